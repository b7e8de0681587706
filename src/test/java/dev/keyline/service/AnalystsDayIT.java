package dev.keyline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.keyline.jdbc.UnpackedPostgres;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule is changed by the person who owns it, with two replicas running: from the draft to the decision, and back. */
class AnalystsDayIT {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final String POLICY = "/policies/engagement-model";

    @TempDir
    Path dataDir;

    @Test
    void a_rule_is_drafted_checked_tried_weighed_approved_in_force_and_taken_back() throws Exception {
        try (EmbeddedPostgres postgres = UnpackedPostgres.start();
                PackagedService desk = start("desk", postgres);
                PackagedService other = start("other", postgres)) {
            anAccountOfTier1(desk);
            assertThat(reviewsAYear(other)).isEqualTo(4);
            String shipped =
                    as(desk, "analyst").get(POLICY + "/versions/1/text").asString();

            // a slip of the pen: no row is left for Tier 2
            String etag = draft(
                    desk, shipped.replaceFirst("(care-tier-2-in-1\">\\s*<text>)\"Tier 2\"", "$1\"Tier 3\""), null);
            whenFree(() -> as(desk, "analyst").post(POLICY + "/draft/check"))
                    .then()
                    .statusCode(200)
                    .body("findings.findAll { it.kind == 'gap' }.witness.tier", hasItem("Tier 2"));

            // a text that is none is refused, and the draft stays
            as(desk, "analyst")
                    .header("If-Match", etag)
                    .contentType("application/xml")
                    .body("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>")
                    .put(POLICY + "/draft")
                    .then()
                    .statusCode(422);

            draft(desk, shipped.replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$16"), etag);
            whenFree(() -> as(desk, "analyst").post(POLICY + "/draft/check"))
                    .then()
                    .body("errors", equalTo(0));
            as(desk, "analyst")
                    .get(POLICY + "/difference")
                    .then()
                    .statusCode(200)
                    .body("words", hasItem(containsString("qbrsPerYear 4 is now 6")));
            as(desk, "analyst")
                    .get(POLICY + "/difference/meaning")
                    .then()
                    .statusCode(200)
                    .body("equal", equalTo(false))
                    .body("tables.find { it.decision == 'care by tier' }.regions[0].witness.tier", equalTo("Tier 1"));
            whenFree(() -> as(desk, "analyst")
                            .contentType("application/json")
                            .body(Map.of("context", Map.of("tier", "Tier 1"), "decision", "care by tier"))
                            .post(POLICY + "/draft/evaluate"))
                    .then()
                    .statusCode(200)
                    .body("results.'care by tier'.qbrsPerYear", equalTo(6));
            whenFree(() -> as(desk, "analyst").post(POLICY + "/draft/cases"))
                    .then()
                    .statusCode(200)
                    .body("policies[0].cases.result.faults.flatten().message", hasItem("is 6, expected 4"));
            impact(desk);

            String proposal = as(desk, "analyst")
                    .contentType("application/json")
                    .body(Map.of("message", "Tier 1 deserves a review every two months"))
                    .post(POLICY + "/draft/propose")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            approve(desk, "analyst", proposal, 403);
            approve(desk, "approver", proposal, 200);

            awaitReviews(other, 6, "approved");
            assertThat(reviewsAYear(desk)).isEqualTo(6);

            as(other, "approver")
                    .contentType("application/json")
                    .post(POLICY + "/rollback")
                    .then()
                    .statusCode(201);
            awaitReviews(desk, 4, "rolled back");
            assertThat(reviewsAYear(other)).isEqualTo(4);
            as(desk, "auditor").get("/audit/verify").then().statusCode(200).body("intact", equalTo(true));

            assertThat(verifyAudit(postgres)).isZero();
            try (Connection tampering = postgres.getPostgresDatabase().getConnection();
                    Statement sql = tampering.createStatement()) {
                sql.execute("set session_replication_role = replica"); // past the triggers that keep the trail
                sql.execute("delete from audit_entry where number = (select max(number) from audit_entry)");
            }
            assertThat(verifyAudit(postgres)).as("an end that was cut off").isEqualTo(1);
        }
    }

    /** What the packaged jar's command ends with. */
    private static int verifyAudit(EmbeddedPostgres postgres) throws IOException, InterruptedException {
        List<String> words = PackagedService.java();
        words.addAll(List.of(
                "-jar",
                System.getProperty("keyline.app"),
                "verify-audit",
                "--url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "--user",
                "postgres"));
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().put("PGPASSWORD", "postgres");
        Process process = command.inheritIO().start();
        assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private PackagedService start(String name, EmbeddedPostgres postgres) {
        return PackagedService.start(
                dataDir.resolve(name),
                "quarkus.datasource.jdbc.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username=postgres",
                "quarkus.datasource.password=postgres");
    }

    private static void anAccountOfTier1(PackagedService service) {
        as(service, "manager")
                .contentType("application/json")
                .body("""
                        {"name": "Acme", "region": "EMEA",
                         "tierOverride": {"tier": "Tier 1", "reason": "the board's", "author": "vp", "expiresOn": "2099-01-01"}}
                        """)
                .put("/accounts/acme")
                .then()
                .statusCode(201);
        String review = as(service, "operator")
                .contentType("application/json")
                .post("/reviews")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(DEADLINE)
                .until(() -> "finished"
                        .equals(as(service, "operator")
                                .get("/reviews/" + review)
                                .path("state")));
    }

    /** Answers the draft's new ETag. */
    private static String draft(PackagedService service, String text, String etag) {
        RequestSpecification request =
                as(service, "analyst").contentType("application/xml").body(text);
        return (etag == null ? request : request.header("If-Match", etag))
                .put(POLICY + "/draft")
                .then()
                .statusCode(etag == null ? 201 : 200)
                .extract()
                .header("ETag");
    }

    private static void impact(PackagedService service) {
        String impact = as(service, "analyst")
                .contentType("application/json")
                .body("{}")
                .post(POLICY + "/draft/impact")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = impact.substring(impact.indexOf("/impacts/"));
        await().atMost(DEADLINE)
                .until(() -> !"running".equals(as(service, "analyst").get(path).path("state")));
        as(service, "analyst").get(path).then().body("state", equalTo("finished"));
        as(service, "analyst").get(path + "/accounts").then().body("items.account", hasItem("acme"));
    }

    private static void approve(PackagedService service, String who, String proposal, int status) {
        as(service, who)
                .contentType("application/json")
                .body("{}")
                .post("/proposals/" + proposal + "/approve")
                .then()
                .statusCode(status);
    }

    private static int reviewsAYear(PackagedService service) {
        return as(service, "service")
                .contentType("application/json")
                .body("""
                        {"facts": {"tier": "Tier 1", "lifecycleStage": "grow", "openEscalations": 0,
                                   "criticalEscalations": 0, "nextRenewalOn": "2037-01-15"}}
                        """)
                .post("/decisions/engagement-model")
                .then()
                .statusCode(201)
                .extract()
                .path("outcome.qbrsPerYear");
    }

    private static void awaitReviews(PackagedService replica, int times, String after) {
        long begun = System.nanoTime();
        await().pollInterval(Duration.ofMillis(50)).atMost(DEADLINE).until(() -> reviewsAYear(replica) == times);
        System.out.printf(
                "%s on one replica, the other answers with it after %d ms%n",
                after, (System.nanoTime() - begun) / 1_000_000);
    }

    /** A machine with much else to do has no process for models in time, and says so: it is asked again. */
    private static Response whenFree(Callable<Response> request) {
        return await().atMost(DEADLINE).until(request, response -> response.statusCode() != 503);
    }

    private static RequestSpecification as(PackagedService service, String who) {
        return given().baseUri(service.url()).auth().preemptive().basic(who, PackagedService.PASSWORD);
    }
}
