package dev.keyline.acceptance;

import static dev.keyline.acceptance.Territory.accept;
import static dev.keyline.acceptance.Territory.as;
import static dev.keyline.acceptance.Territory.undo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.portfolio.Portfolio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans that cannot be accepted, and what the answer says. */
@QuarkusTest
class RefusedAcceptanceTest {
    private static final String UNKNOWN = "0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11";

    @Inject
    Territory territory;

    @Inject
    Acceptances acceptances;

    @Inject
    Portfolio portfolio;

    @Inject
    Clock clock;

    @Inject
    BusinessTime businessTime;

    @BeforeEach
    void clear() {
        territory.clear();
    }

    private LocalDate today() {
        return businessTime.dayOf(clock.instant());
    }

    @Test
    void nobody_accepts_the_plan_he_asked_for() {
        UUID plan = UUID.fromString(territory.planned(""));
        Acceptances.Asked asked = new Acceptances.Asked(null, List.of());

        assertThatThrownBy(() -> portfolio.change(change -> acceptances.accept(change, plan, asked, "*", "manager")))
                .isInstanceOf(OwnPlanException.class);
        as("manager").body("{}").post("/plans/" + plan + "/accept").then().statusCode(403);
    }

    @Test
    void a_day_that_is_over_is_refused() {
        accept(territory.planned(""), today().minusDays(1).toString())
                .statusCode(422)
                .body("type", containsString("not-back-dated"));
    }

    @Test
    void the_state_it_was_read_in_must_be_said_and_be_the_present_one() {
        String plan = territory.planned("");
        as("approver").body("{}").post("/plans/" + plan + "/accept").then().statusCode(428);

        as("manager")
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"B\"}")
                .put("/plans/" + plan + "/label")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("B"));

        as("approver")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/plans/" + plan + "/accept")
                .then()
                .statusCode(412);
    }

    @Test
    void a_plan_that_another_has_overtaken_says_which() {
        String first = territory.planned("");
        accept(first, today().plusDays(5).toString()).statusCode(201);

        accept(territory.planned(""), today().plusDays(5).toString())
                .statusCode(409)
                .body("detail", containsString("Plan " + first + " holds from"));
    }

    @Test
    void only_the_last_one_is_undone() {
        String first = territory.planned("");
        accept(first, null).statusCode(201);
        String second = territory.planned("");
        accept(second, today().plusDays(1).toString())
                .statusCode(409)
                .body("detail", containsString("the account-manager of Acme is bob now, not ann"));
        territory.jdbi.useHandle(handle -> handle.execute("""
                update assignment set person_id = 'ann' where account_id = 'acme' and role = 'account-manager';
                delete from assignment where role = 'executive-sponsor'
                """));
        accept(second, today().plusDays(1).toString()).statusCode(201);

        undo(first).statusCode(409).body("detail", containsString("Plan " + second + " was accepted after it"));
    }

    @Test
    void accounts_and_people_that_the_portfolio_does_not_know_are_named() {
        String plan = territory.planned("");
        territory.jdbi.useHandle(handle -> handle.execute("""
                delete from assignment where account_id = 'bolt'; delete from account where id = 'bolt';
                delete from person where id = 'bob'
                """));

        accept(plan, null)
                .statusCode(409)
                .body("detail", containsString("the portfolio has nobody called bob"))
                .body("detail", containsString("the portfolio has no account bolt"));
    }

    @Test
    void nobody_gets_accounts_on_the_day_he_leaves() {
        String plan = territory.planned("");
        territory.jdbi.useHandle(handle -> handle.createUpdate("update person set leaves_on = :day where id = 'bob'")
                .bind("day", today().plusDays(2))
                .execute());

        accept(plan, today().plusDays(2).toString()).statusCode(409).body("detail", containsString("Bob leaves on"));
        accept(plan, today().plusDays(1).toString()).statusCode(201);
    }

    @Test
    void what_nobody_made_or_accepted_is_not_found() {
        accept(UNKNOWN, null).statusCode(404);
        undo(UNKNOWN).statusCode(404);
        undo(territory.planned("")).statusCode(409);
        as("manager").get("/plans/acceptances/" + UNKNOWN).then().statusCode(404);
        as("manager").get("/plans/accepted?asOf=soon").then().statusCode(400);
        as("manager").get("/plans/" + UNKNOWN + "/approvals").then().statusCode(404);
    }
}
