package dev.keyline.impact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicyVersion;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** A portfolio of a few accounts, and drafts, for rehearsals over HTTP. */
@Singleton
class Stage {
    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @Inject
    Policies policies;

    @Inject
    Clock clock;

    void empty() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle ->
                handle.execute("truncate review, review_account, decision, impact, impact_account, policy_draft"));
    }

    void person(String id, String regions, int points) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into person (id, name, kind, regions, capacity_points) values (?, initcap(?),"
                        + " 'account-manager', cast(? as text[]), ?)",
                id,
                id,
                regions,
                points));
    }

    void put(String path, String body) {
        assertThat(as("service").body(body).put(path).statusCode()).as(path).isEqualTo(201);
    }

    void review() {
        end(as("operator").post("/reviews").then().statusCode(202).extract().path("id"));
    }

    /** The id of a decision of the service's. */
    String decide(String policy, String body) {
        return as("service")
                .body(body)
                .post("/decisions/" + policy)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Saves the analyst's draft of a policy with a changed text. */
    void draft(String policy, UnaryOperator<String> change) {
        PolicyVersion present =
                policies.version(policy, policies.at(clock.instant()).version(policy));
        String text = change.apply(present.text());
        assertThat(text).isNotEqualTo(present.text());
        given().auth()
                .preemptive()
                .basic("analyst", "for-tests-only")
                .contentType("application/xml")
                .body(text)
                .put("/policies/" + policy + "/draft")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    String start(String body) {
        return as("analyst")
                .body(body)
                .post("/impacts")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    ValidatableResponse finished(String id) {
        end(id);
        return as("analyst")
                .get("/impacts/" + id)
                .then()
                .statusCode(200)
                .body("failure", nullValue())
                .body("state", equalTo("finished"));
    }

    void end(String job) {
        assertThat(jobs.events(UUID.fromString(job))
                        .collect()
                        .last()
                        .await()
                        .indefinitely()
                        .failure())
                .isNull();
    }

    /** Everything that a decision would change, as text. */
    String whatHolds() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select (select count(*) from decision) || ' ' || (select count(*) from account_case) || ' '
                               || (select md5(string_agg(o::text, '' order by o.account_id, o.policy))
                                   from account_outcome o) || ' '
                               || (select md5(string_agg(a::text, '' order by a.account_id)) from assignment a)
                        """).mapTo(String.class).one());
    }

    static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only").contentType("application/json");
    }
}
