package dev.keyline.scenario;

import static dev.keyline.scenario.Planned.get;
import static dev.keyline.scenario.Planned.manager;
import static dev.keyline.scenario.Planned.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans made from other plans, held against them, and changed by hand. */
@QuarkusTest
class ScenarioTest {
    private static final String UNKNOWN = "0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11";

    @Inject
    Planned planned;

    @Test
    void a_plan_copies_another_with_a_manager_leaving_and_moves_only_theirs() {
        String settled = planned.settled();
        String scenario = planned.finished("""
                {"from": "%s", "scoreLimit": 1000, "name": "Ann leaves", "replanning": {"onlyWhatMustMove": true},
                 "changes": {"people": [{"id": "ann", "leavesOn": "2026-06-01"}]}}
                """.formatted(settled));

        get("/plans/" + scenario)
                .statusCode(200)
                .body("name", equalTo("Ann leaves"))
                .body("parent", equalTo(settled))
                .body("origin", equalTo("solved"))
                .body("asOf", equalTo("2026-06-01"))
                .body("counts.moved", equalTo(3));
        get("/plans/" + scenario + "/assignments")
                .body("items.accountManager.id", contains("bob", "bob", "bob"))
                .body("items[0].reason", equalTo("It moves because Ann left on 2026-06-01."));
    }

    @Test
    void two_plans_stand_side_by_side() {
        String settled = planned.settled();
        String scenario = planned.finished("""
                {"from": "%s", "scoreLimit": 1000, "replanning": {"onlyWhatMustMove": true},
                 "changes": {"people": [{"id": "ann", "leavesOn": "2026-06-01"}]}}
                """.formatted(settled));
        String compare = "/plans/" + settled + "/compare";

        get(compare + "?with=" + scenario)
                .statusCode(200)
                .body("plan.plan.id", equalTo(settled))
                .body("with.plan.id", equalTo(scenario))
                .body("plan.revenueAtRisk", equalTo(0))
                .body("with.revenueAtRisk", greaterThan(100_000))
                .body("constraints.find { it.constraint == 'continuity' }.difference", greaterThan(10_000_000))
                .body("differingAccounts", equalTo(3))
                .body("differingPeople", equalTo(2));
        get(compare + "/accounts?limit=2&with=" + scenario)
                .statusCode(200)
                .body("items.account", contains("acme", "bolt"))
                .body("items[0].plan.accountManager.name", equalTo("Ann"))
                .body("items[0].with.accountManager.name", equalTo("Bob"))
                .body("items[0].with.moved", equalTo(true))
                .body("nextCursor", org.hamcrest.Matchers.notNullValue());
        get(compare + "/people?with=" + scenario)
                .statusCode(200)
                .body("items.person.id", contains("ann", "bob"))
                .body("items[1].plan.accounts", equalTo(0))
                .body("items[1].with.accounts", equalTo(3));
        get(compare + "?with=" + settled)
                .body("differingAccounts", equalTo(0))
                .body("constraints.findAll { it.difference != 0 }", empty());
    }

    @Test
    void demand_and_people_are_added_changed_and_left_out() {
        String scenario = planned.finished("""
                {"from": "%s", "scoreLimit": 1000,
                 "changes": {"demand": [{"id": "corn", "points": 20, "sponsorNeeded": false}, {"id": "dune", "points": 5}],
                             "withoutAccounts": ["bolt"], "withoutPeople": ["eve"],
                             "people": [{"id": "cid", "kind": "account-manager"}]}}
                """.formatted(planned.settled()));

        get("/plans/" + scenario + "/assignments")
                .body("items.account", contains("acme", "corn", "dune"))
                .body("items[1].points", equalTo(20))
                .body("items[1].sponsor", nullValue());
        get("/plans/" + scenario + "/load").body("items.person.id", contains("ann", "bob", "cid"));
    }

    @Test
    void every_change_that_cannot_be_made_is_named() {
        post("/plans", """
                {"from": "%s", "changes": {
                   "people": [{"id": "ann", "capacity": -1}, {"name": "nobody"}, {"id": "bob", "colour": "red"}],
                   "withoutAccounts": ["zinc"], "demand": [{"id": "new"}]}}
                """.formatted(planned.settled()))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/changes/people/0/capacity",
                                "/changes/people/1/id",
                                "/changes/people/2/colour",
                                "/changes/withoutAccounts/0",
                                "/changes/demand/0/points"));
    }

    @Test
    void what_a_plan_cannot_be_made_from_is_said() {
        post("/plans", "{\"from\": \"" + UNKNOWN + "\"}").statusCode(404);
        post("/plans", "{\"from\": \"that one\"}").statusCode(400).body("errors.pointer", contains("/from"));
        post("/plans", "{%s, \"changes\": {\"impact\": \"%s\"}}".formatted(Planned.BOOK, UNKNOWN))
                .statusCode(404);
        post("/plans", "{%s, \"replanning\": {\"maxMoves\": -1}}".formatted(Planned.BOOK))
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.hasItem("/replanning/maxMoves"));
        get("/plans/" + planned.settled() + "/compare").statusCode(400);
        get("/plans/" + planned.settled() + "/compare?with=" + UNKNOWN).statusCode(404);
    }

    @Test
    void a_lock_stays_in_every_plan_made_from_it() {
        String settled = planned.settled();
        manager()
                .header("If-Match", "\"1\"")
                .put("/plans/" + settled + "/pins/acme/account-manager")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        get("/plans/" + settled + "/pins").body("items.person", contains("ann"));

        String scenario = planned.finished("""
                {"from": "%s", "scoreLimit": 1000, "weights": {"balance-of-load": 1000, "continuity": 0}}
                """.formatted(settled));

        get("/plans/" + scenario + "/assignments")
                .body("items[0].accountManager.id", equalTo("ann"))
                .body("items[0].pinned", equalTo(true));
    }

    @Test
    void locks_come_by_the_page() {
        String pins = "/plans/" + planned.settled() + "/pins";
        for (String seat : List.of("corn/executive-sponsor", "corn/account-manager", "acme/account-manager")) {
            manager().header("If-Match", "*").put(pins + "/" + seat).then().statusCode(200);
        }

        String cursor = get(pins + "?limit=2")
                .body("items.account", contains("acme", "corn"))
                .body("items.seat", contains("account-manager", "account-manager"))
                .extract()
                .path("nextCursor");

        get(pins + "?limit=2&cursor=" + cursor)
                .body("items.account", contains("corn"))
                .body("items.person", contains("eve"))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_lock_is_taken_away_again() {
        String path = "/plans/" + planned.settled() + "/pins/corn/";
        manager().header("If-Match", "*").put(path + "executive-sponsor").then().statusCode(200);
        manager()
                .header("If-Match", "\"1\"")
                .delete(path + "executive-sponsor")
                .then()
                .statusCode(412);
        manager()
                .header("If-Match", "\"2\"")
                .delete(path + "executive-sponsor")
                .then()
                .statusCode(200);
        manager()
                .header("If-Match", "*")
                .delete(path + "executive-sponsor")
                .then()
                .statusCode(404);
        manager().header("If-Match", "*").put(path + "janitor").then().statusCode(404);
        manager().put(path + "account-manager").then().statusCode(428);
    }

    @Test
    void nobody_is_locked_where_nobody_sits() {
        String plan = planned.settled();
        manager()
                .header("If-Match", "*")
                .put("/plans/" + plan + "/pins/acme/executive-sponsor")
                .then()
                .statusCode(409);
        manager()
                .header("If-Match", "*")
                .put("/plans/" + plan + "/pins/zinc/account-manager")
                .then()
                .statusCode(404);
    }

    @Test
    void an_edit_shows_what_it_costs_before_it_is_saved() {
        String settled = planned.settled();
        String edits =
                "{\"name\": \"Corn to Bob\", \"edits\": [{\"account\": \"corn\", \"seat\": \"account-manager\", \"person\": \"bob\"}]}";

        post("/plans/" + settled + "/edits/preview", edits)
                .statusCode(200)
                .body("score", equalTo(get("/plans/" + settled).extract().<String>path("score")))
                .body("scoreAfter", startsWith("0hard/0medium/"))
                .body("broken", empty())
                .body("constraints.find { it.constraint == 'continuity' }.difference", greaterThan(0))
                .body("constraints.find { it.constraint == 'balance-of-load' }.difference", lessThan(0));

        String saved = planned.ended(post("/plans/" + settled + "/edits", edits)
                .statusCode(202)
                .extract()
                .path("id"));
        get("/plans/" + saved)
                .body("origin", equalTo("edited"))
                .body("parent", equalTo(settled))
                .body("name", equalTo("Corn to Bob"))
                .body("state", equalTo("finished"));
        get("/plans/" + saved + "/assignments")
                .body("items.accountManager.id", contains("ann", "ann", "bob"))
                .body("items[2].sponsor.id", equalTo("eve"))
                .body("items[2].moved", equalTo(true));
        assertThat(get("/plans/" + saved).extract().<String>path("score"))
                .isEqualTo(post("/plans/" + settled + "/edits/preview", edits)
                        .extract()
                        .path("scoreAfter"));
    }

    @Test
    void an_edit_that_breaks_something_says_what_and_is_not_saved() {
        String small = planned.finished("{%s}".formatted(Planned.BOOK.replace("\"points\": 60", "\"points\": 100")));
        String edits = """
                {"edits": [{"account": "corn", "seat": "account-manager", "person": "ann"},
                           {"account": "acme", "seat": "account-manager", "person": "ann"},
                           {"account": "bolt", "seat": "account-manager", "person": "ann"}]}
                """;

        post("/plans/" + small + "/edits/preview", edits).statusCode(200).body("broken", hasSize(1));
        post("/plans/" + small + "/edits", edits).statusCode(409).body("detail", containsString("ann"));
    }

    @Test
    void edits_of_what_the_plan_does_not_have_are_named() {
        String settled = planned.settled();
        post("/plans/" + settled + "/edits/preview", """
                {"edits": [{"account": "zinc", "seat": "account-manager", "person": "ann"},
                           {"account": "acme", "seat": "account-manager", "person": "zoe"}]}
                """)
                .statusCode(400)
                .body("errors.pointer", contains("/edits/0/account", "/edits/1/person"));
        post("/plans/" + settled + "/edits", "{\"edits\": []}").statusCode(400);
        post("/plans/" + UNKNOWN + "/edits/preview", "{\"edits\": []}").statusCode(404);
    }

    @Test
    void an_edit_that_says_too_little_is_told_what_is_missing() {
        String preview = "/plans/" + planned.settled() + "/edits/preview";
        post(preview, "{}")
                .statusCode(400)
                .body("errors.pointer", contains("/edits"))
                .body("errors.detail", contains("is missing; it must be an array"));
        post(preview, "{\"edits\": [{\"account\": \"acme\", \"seat\": \"manager\"}]}")
                .statusCode(400)
                .body(
                        "errors.detail",
                        contains("must be one of account-manager, executive-sponsor, and is \"manager\""));
    }
}
