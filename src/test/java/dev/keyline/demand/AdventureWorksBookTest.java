package dev.keyline.demand;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.keyline.job.Job;
import dev.keyline.job.Jobs;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A real company's book from its CRM export to tiers and a coverage plan, over HTTP. */
@QuarkusTest
class AdventureWorksBookTest {
    private static final int ACCOUNTS = 701;

    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @Test
    void is_taken_in_tiered_and_covered_close_to_the_best_possible() {
        EmptyPortfolio.make(jdbi);
        operator()
                .multiPart("mapping", "adventureworks")
                .multiPart("file", new File("planning/adventureworks/accounts.csv"), "text/csv")
                .multiPart("file", new File("planning/adventureworks/account_managers.csv"), "text/csv")
                .post("/portfolio/imports")
                .then()
                .body("rejected", equalTo(0))
                .body("files.findAll { it.entity == 'account' }.inserted.sum()", equalTo(ACCOUNTS));

        String review = operator()
                .contentType("application/json")
                .post("/reviews")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        finish(review);
        operator()
                .get("/reviews/" + review)
                .then()
                .body("decided", equalTo(ACCOUNTS))
                .body("undecided", equalTo(0));
        Map<String, Integer> tiers = tiers();
        assertThat(tiers).as("every account has a tier").doesNotContainKey("insufficient data");
        assertThat(tiers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ACCOUNTS);

        String plan = manager()
                .contentType("application/json")
                .body(Map.of("timeLimit", "PT10S"))
                .post("/plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        finish(plan);
        Number gap = manager()
                .get("/plans/" + plan)
                .then()
                .body("state", equalTo("finished"))
                .body("score", startsWith("0hard/"))
                .extract()
                .path("busiest.gap");
        assertThat(gap.doubleValue())
                .as("above the least that the busiest must carry")
                .isBetween(0.0, 0.15);
        List<Object> managers = manager()
                .get("/plans/" + plan + "/assignments?limit=1000")
                .then()
                .extract()
                .path("items.findAll { it.accountManager != null }.account");
        assertThat(managers).hasSize(ACCOUNTS);
    }

    private Map<String, Integer> tiers() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select outcome ->> 'tier' as tier, count(*) as accounts from account_outcome"
                                + " where policy = 'account-tier' group by 1")
                .setMapKeyColumn("tier")
                .setMapValueColumn("accounts")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, Integer>>() {}));
    }

    private void finish(String id) {
        Job ended = jobs.events(UUID.fromString(id)).collect().last().await().indefinitely();
        assertThat(ended.failure()).isNull();
    }

    private static RequestSpecification operator() {
        return given().auth().preemptive().basic("operator", "for-tests-only");
    }

    private static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "for-tests-only");
    }
}
