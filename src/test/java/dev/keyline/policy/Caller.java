package dev.keyline.policy;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Somebody who calls the service over HTTP, by the role that demo users are named after. */
public final class Caller {
    private Caller() {}

    public static RequestSpecification analyst() {
        return as("analyst");
    }

    public static RequestSpecification approver() {
        return as("approver");
    }

    public static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only");
    }

    /** The text of a version. */
    public static String text(String policy, int version) {
        return analyst()
                .get("/policies/" + policy + "/versions/" + version + "/text")
                .asString();
    }
}
