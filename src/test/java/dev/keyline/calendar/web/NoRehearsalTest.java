package dev.keyline.calendar.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoRehearsalTest {
    @Test
    void a_service_that_does_not_rehearse_has_no_such_clock() {
        operator().get("/rehearsal/clock").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        operator()
                .contentType("application/json")
                .body("{\"ahead\": \"PT4H\"}")
                .put("/rehearsal/clock")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification operator() {
        return given().auth().preemptive().basic("operator", "for-tests-only");
    }
}
