package dev.keyline.impact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A rule change that takes forty accounts from Tier 2 to Tier 1, planned for. Each then takes 10 points a month instead of 3,
 * and a manager has 110: Ann and Bob hold 13 of them, Cat 14, so that two, two and three must go. Dan, Eve and Flo have 15
 * points of other accounts each, and room.
 */
@QuarkusTest
class ReplannedImpactTest {
    private static final Map<String, Integer> LARGE = Map.of("ann", 13, "bob", 13, "cat", 14);
    private static final Map<String, Integer> MEDIUM = Map.of("dan", 5, "eve", 5, "flo", 5);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Stage stage;

    @BeforeEach
    void the_book() {
        stage.empty();
        LARGE.forEach((manager, accounts) -> team(manager, accounts, 300));
        MEDIUM.forEach((manager, accounts) -> team(manager, accounts, 60));
        stage.draft(
                "account-tier", text -> text.replace("[80..100]", "[75..100]").replace("[60..80)", "[60..75)"));
        stage.review();
    }

    /** As in {@link RehearsedTierTest}: with 300 employees the score is 77, with 60 it is 72. */
    private void team(String manager, int accounts, int employees) {
        stage.person(manager, "{North}", 110);
        for (int i = 1; i <= accounts; i++) {
            stage.put("/accounts/%s-%02d".formatted(manager, i), """
                    {"name": "%s %d", "region": "North", "industry": "Retail", "employees": %d, "marketPosition": "leader",
                     "customerSince": "%5$s", "assignments": [{"role": "account-manager", "personId": "%1$s"}],
                     "contracts": [{"id": "c-%1$s-%2$d", "startsOn": "%4$s", "endsOn": "%6$s", "annualValue": 100000,
                       "currency": "USD"}]}
                    """.formatted(
                            manager, i, employees, today.minusYears(6), today.minusYears(6), today.plusDays(200)));
        }
    }

    private String impact() {
        String id = Stage.as("analyst")
                .body("{}")
                .post("/policies/account-tier/draft/impact")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        stage.finished(id);
        return id;
    }

    private String plan(String body) {
        String id = Stage.as("manager")
                .body(body)
                .post("/plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        stage.end(id);
        return id;
    }

    private static ValidatableResponse get(String path) {
        return Stage.as("manager").get(path).then().statusCode(200);
    }

    @Test
    void what_has_to_move_does_and_says_why() {
        String present = plan("{\"replanning\": {\"onlyWhatMustMove\": true}}");
        get("/plans/" + present).body("counts.moved", equalTo(0));

        String after = plan("""
                {"from": "%s", "changes": {"impact": "%s"}, "name": "Tier 1 from 75",
                 "replanning": {"onlyWhatMustMove": true}}
                """.formatted(present, impact()));

        int moved = get("/plans/" + after)
                .body("parent", equalTo(present))
                .body("counts.uncovered", equalTo(0))
                .body("counts.moved", equalTo(7))
                .extract()
                .path("counts.moved");
        get("/plans/" + after + "/assignments?show=moved")
                .body("items.size()", equalTo(moved))
                .body("items.reason", everyItem(containsString("It moves because ")));
        get("/plans/" + present + "/compare?with=" + after).body("differingAccounts", equalTo(moved));
    }

    @Test
    void shows_what_the_changed_demand_takes_of_everybody() {
        String after = plan("""
                {"changes": {"impact": "%s"}, "replanning": {"onlyWhatMustMove": true}}
                """.formatted(impact()));

        get("/plans/" + after + "/assignments?limit=1000")
                .body("items.findAll { it.tier == 'Tier 1' }.size()", equalTo(40))
                .body("items.findAll { it.tier == 'Tier 1' }.points.unique()", contains(10));
        get("/plans/" + after + "/load")
                .body("items.capacity", everyItem(equalTo(110)))
                .body("items.load.sum()", equalTo(40 * 10 + 15 * 3))
                .body("items.load", everyItem(lessThanOrEqualTo(110)));
        get("/plans/" + after + "/explanation")
                .body("constraints.constraint", hasItem("sponsor-missing"))
                .body("staffMissing.sentence", hasItem(containsString("40")));
    }
}
