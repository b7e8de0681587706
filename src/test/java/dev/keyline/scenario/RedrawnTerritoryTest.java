package dev.keyline.scenario;

import static dev.keyline.scenario.Planned.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A territory is split: its accounts and people are given new regions, and only who is cut off from an account loses it. */
@QuarkusTest
class RedrawnTerritoryTest {
    private static final String BOOK = """
            {"scoreLimit": 1000, "asOf": "2026-06-01", "replanning": {"onlyWhatMustMove": true},
             "demand": [
               {"id": "aix", "points": 10, "region": "south", "accountManager": "ann"},
               {"id": "bari", "points": 10, "region": "south", "accountManager": "ann"},
               {"id": "cadiz", "points": 10, "region": "south", "accountManager": "bob"},
               {"id": "dover", "points": 10, "region": "north", "accountManager": "cid"}],
             "people": [
               {"id": "ann", "name": "Ann", "kind": "account-manager", "regions": ["south"]},
               {"id": "bob", "name": "Bob", "kind": "account-manager", "regions": ["south"]},
               {"id": "cid", "name": "Cid", "kind": "account-manager", "regions": ["north"]}]}
            """;

    @Inject
    Planned planned;

    @Test
    void only_accounts_on_the_other_side_of_the_new_border_move() {
        String before = planned.finished(BOOK);
        String after = planned.finished("""
                {"from": "%s", "scoreLimit": 1000, "replanning": {"onlyWhatMustMove": true},
                 "changes": {
                   "demand": [{"id": "aix", "region": "south-west"}, {"id": "bari", "region": "south-east"},
                              {"id": "cadiz", "region": "south-west"}],
                   "people": [{"id": "ann", "regions": ["south-east"]}, {"id": "bob", "regions": ["south-west"]}]}}
                """.formatted(before));

        get("/plans/" + after).body("counts.moved", equalTo(1)).body("counts.uncovered", equalTo(0));
        get("/plans/" + after + "/assignments")
                .body("items.accountManager.id", contains("bob", "ann", "bob", "cid"))
                .body("items[0].reason", containsString("Ann does not cover the region south-west"));
        get("/plans/" + before + "/compare/accounts?with=" + after)
                .body("items", hasSize(1))
                .body("items[0].account", equalTo("aix"));
    }

    @Test
    void a_side_that_nobody_covers_says_so() {
        String after = planned.finished("""
                {"from": "%s", "scoreLimit": 1000, "replanning": {"onlyWhatMustMove": true},
                 "changes": {"demand": [{"id": "aix", "region": "south-west"}]}}
                """.formatted(planned.finished(BOOK)));

        get("/plans/" + after).body("counts.uncovered", equalTo(1));
        get("/plans/" + after + "/assignments?show=uncovered")
                .body("items.account", contains("aix"))
                .body("items[0].reason", containsString("south-west"));
    }
}
