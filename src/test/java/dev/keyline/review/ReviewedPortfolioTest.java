package dev.keyline.review;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.keyline.job.Asked;
import dev.keyline.job.JobRun;
import dev.keyline.policy.Policies;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewedPortfolioTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Reviews reviews;

    @Inject
    ReviewJob job;

    @Inject
    ReviewStore store;

    @Inject
    AccountFacts facts;

    @Inject
    Policies inForce;

    private long policies;

    @BeforeEach
    void empty() {
        policies = inForce.at(Instant.now()).forAccounts().size();
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("truncate review, review_account"));
    }

    @Test
    void every_account_goes_through_every_policy_and_its_outcomes_come_to_hold() {
        accounts(3);
        String review = finished();

        caller().get("/reviews/" + review)
                .then()
                .body("state", equalTo("finished"))
                .body("accounts", equalTo(3))
                .body("decided", equalTo(3))
                .body("undecided", equalTo(0))
                .body("versions.account-tier", equalTo(1));
        assertThat(count("select count(*) from decision where review_id = :review", review))
                .isEqualTo(3 * policies);
        assertThat(count(
                        "select count(*) from account_outcome o join decision d on d.id = o.decision_id"
                                + " where d.review_id = :review",
                        review))
                .isEqualTo(3 * policies);
        caller().get("/reviews/" + review + "/summary")
                .then()
                .statusCode(200)
                .body("policy", hasItem("account-health"))
                .body("find { it.policy == 'account-tier' }.accounts", equalTo(3))
                .body("find { it.policy == 'account-tier' }.rows.size()", greaterThan(3));
    }

    @Test
    void a_request_without_a_body_needs_no_content_type() throws Exception {
        // curl sends none; REST Assured would send one of its own
        HttpRequest bare = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/reviews"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("operator:for-tests-only".getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(bare, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void what_has_changed_since_the_review_before_is_listed() {
        accounts(2);
        String first = finished();
        caller().get("/reviews/" + first + "/changes").then().statusCode(200).body("items", hasSize(0));
        finished(); // the second knows the tiers of the first

        jdbi.useTransaction(handle -> {
            handle.execute("update account set employees = 90000, market_position = 'leader' where id = 'a-00001'");
            facts.refresh(handle, List.of("a-00001"));
        });
        String second = finished();
        caller().get("/reviews/" + second + "/changes?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].account", equalTo("a-00001"))
                .body("nextCursor", org.hamcrest.Matchers.notNullValue());
        caller().get("/reviews/" + second + "/changes").then().body("items.policy", hasItem("account-tier"));
        List<String> changed =
                caller().get("/reviews/" + second + "/changes").then().extract().path("items.account");
        assertThat(changed).isNotEmpty().containsOnly("a-00001");
    }

    @Test
    void a_review_goes_on_from_its_snapshot_with_the_accounts_that_are_not_through() throws Exception {
        accounts(600);
        UUID id = jdbi.inTransaction(handle -> reviews.submit(handle, null, "test"));
        jdbi.useHandle(
                handle -> handle.execute("update job set state = 'failed' where id = ?", id)); // only the test runs it
        job.run(new Interrupted(id, 1));

        ReviewStore.Counts counts = jdbi.withHandle(handle -> store.counts(handle, id));
        assertThat(counts.decided()).isBetween(1, 599);
        assertThat(count("select count(*) from account_outcome", null))
                .as("nothing half-done holds")
                .isZero();

        jdbi.useHandle(handle -> handle.execute("update account set employees = 1"));
        job.run(new Interrupted(id, Integer.MAX_VALUE));

        assertThat(count("select count(*) from decision where review_id = :review", id.toString()))
                .isEqualTo(600L * policies);
        assertThat(count(
                        "select count(distinct facts ->> 'employees') from decision"
                                + " where review_id = :review and policy = 'dimension-scores'",
                        id.toString()))
                .as("facts of the snapshot, not those changed meanwhile")
                .isEqualTo(1);
        assertThat(count("select count(*) from account_outcome", null)).isEqualTo(600L * policies);
    }

    @Test
    void reviews_are_listed_newest_first_and_a_finished_one_cannot_be_cancelled() {
        String first = finished();
        String second = finished();
        caller().get("/reviews?limit=2").then().body("items.id", equalTo(List.of(second, first)));
        caller().delete("/reviews/" + second).then().statusCode(409);
        caller().get("/reviews/" + UUID.randomUUID()).then().statusCode(404);
        caller().get("/reviews/" + second + "/problems").then().statusCode(200).body("items", hasSize(0));
    }

    private void accounts(int count) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into account (id, name, industry, employees, annual_turnover, turnover_currency)
                select 'a-' || lpad(n::text, 5, '0'), 'Account ' || n, 'Retail', 500, 1000000, 'USD'
                from generate_series(1, ?) n
                """, count));
    }

    private String finished() {
        String id = caller().post("/reviews").then().statusCode(202).extract().path("id");
        reviews.events(UUID.fromString(id)).collect().last().await().indefinitely();
        return id;
    }

    private long count(String sql, String review) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            if (review != null) {
                query.bind("review", UUID.fromString(review));
            }
            return query.mapTo(Long.class).one();
        });
    }

    private static RequestSpecification caller() {
        return given().auth().preemptive().basic("operator", "for-tests-only").contentType("application/json");
    }

    /** A run that is asked to end after some looks, as one that is killed would. */
    private static final class Interrupted implements JobRun {
        private final UUID id;
        private int looksLeft;

        Interrupted(UUID id, int looksLeft) {
            this.id = id;
            this.looksLeft = looksLeft;
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public double done() {
            return 0;
        }

        @Override
        public void progress(double fraction) {}

        @Override
        public Asked asked() {
            return looksLeft-- > 0 ? Asked.NOTHING : Asked.CANCEL;
        }
    }
}
