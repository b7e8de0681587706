package dev.keyline.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Plans that are being solved, or wait for it, as a client sees them; two are solved at once ({@code keyline.jobs.at-once}). */
@QuarkusTest
class RunningPlanTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Jdbi jdbi;

    @Inject
    Plans plans;

    @Test
    void its_events_tell_the_best_so_far_and_a_stop_keeps_it() {
        UUID id = submit();
        CompletableFuture<String> events = CompletableFuture.supplyAsync(() -> manager()
                .accept("text/event-stream")
                .get("/plans/" + id + "/events")
                .asString());
        until(id, plan -> plan.best() != null);

        manager().post("/plans/" + id + "/stop").then().statusCode(202);

        List<JsonObject> told = events.join()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> new JsonObject(line.substring("data:".length())))
                .toList();
        assertThat(told)
                .filteredOn(plan -> plan.getJsonObject("best") != null)
                .isNotEmpty()
                .allSatisfy(plan -> {
                    JsonObject best = plan.getJsonObject("best");
                    assertThat(best.getString("score")).startsWith("0hard/");
                    assertThat(best.getString("bound")).startsWith("0hard/");
                    assertThat(best.containsKey("gap")).isTrue();
                });
        assertThat(told.get(told.size() - 1).getString("state")).isEqualTo("finished");
        manager()
                .get("/plans/" + id)
                .then()
                .body("state", equalTo("finished"))
                .body("score", startsWith("0hard/"))
                .body("counts.covered", greaterThanOrEqualTo(1))
                .body("best", nullValue());
    }

    @Test
    void one_too_many_waits_says_for_how_many_and_is_cancelled_at_once() {
        UUID first = submit();
        UUID second = submit();
        UUID third = submit();
        UUID fourth = submit();
        until(second, plan -> plan.ahead() == null);

        int ahead = manager()
                .get("/plans/" + third)
                .then()
                .body("state", equalTo("running"))
                .body("ahead", greaterThanOrEqualTo(2))
                .body("remaining", nullValue())
                .extract()
                .path("ahead");
        manager().get("/plans/" + fourth).then().body("ahead", equalTo(ahead + 1));
        manager().delete("/plans/" + third).then().statusCode(202).body("state", equalTo("cancelled"));
        manager().delete("/plans/" + third).then().statusCode(409);
        manager().get("/plans/" + third).then().body("finishedAt", notNullValue());

        manager().delete("/plans/" + first).then().statusCode(202);
        until(fourth, plan -> plan.ahead() == null);
        manager().delete("/plans/" + second).then().statusCode(202);
        manager().delete("/plans/" + fourth).then().statusCode(202);
        until(fourth, plan -> plan.finishedAt() != null);
    }

    private UUID submit() {
        PlanInput input = Books.running(Books.generated(300, 20, 4, 3), 7, Duration.ofMinutes(10), null);
        UUID id = jdbi.inTransaction(handle -> plans.submit(handle, input, "test"));
        plans.begin();
        return id;
    }

    private void until(UUID id, Predicate<Plan> reached) {
        var unused = plans.events(id).filter(reached).toUni().await().atMost(PATIENCE);
    }

    private static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "for-tests-only");
    }
}
