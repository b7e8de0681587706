package dev.keyline.scenario;

import static io.restassured.RestAssured.given;

import dev.keyline.job.Jobs;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Plans of a small book that stands in the request: Ann holds three accounts, of which Corn is large; Bob holds none. */
@Singleton
class Planned {
    static final String BOOK = """
            "scoreLimit": 1000, "asOf": "2026-06-01",
            "demand": [
              {"id": "acme", "name": "Acme", "points": 10, "annualRevenue": 100000, "accountManager": "ann"},
              {"id": "bolt", "name": "Bolt", "points": 10, "annualRevenue": 50000, "accountManager": "ann"},
              {"id": "corn", "name": "Corn", "points": 60, "annualRevenue": 900000, "accountManager": "ann",
               "sponsorNeeded": true}],
            "people": [
              {"id": "ann", "name": "Ann", "kind": "account-manager"},
              {"id": "bob", "name": "Bob", "kind": "account-manager"},
              {"id": "eve", "name": "Eve", "kind": "executive", "level": 5}]
            """;

    @Inject
    Jobs jobs;

    /** The id of a finished plan in which all stay with Ann. */
    String settled() {
        return finished("{%s, \"replanning\": {\"onlyWhatMustMove\": true}}".formatted(BOOK));
    }

    String finished(String body) {
        return ended(post("/plans", body).statusCode(202).extract().path("id"));
    }

    String ended(String id) {
        jobs.events(UUID.fromString(id)).collect().last().await().indefinitely();
        return id;
    }

    static ValidatableResponse post(String path, String body) {
        return manager().body(body).post(path).then();
    }

    static ValidatableResponse get(String path) {
        return manager().get(path).then();
    }

    static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "for-tests-only").contentType("application/json");
    }
}
