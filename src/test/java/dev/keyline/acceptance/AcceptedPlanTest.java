package dev.keyline.acceptance;

import static dev.keyline.acceptance.Territory.accept;
import static dev.keyline.acceptance.Territory.as;
import static dev.keyline.acceptance.Territory.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.keyline.calendar.BusinessTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan whose assignments become the portfolio's, at once or later, and the way back. */
@QuarkusTest
class AcceptedPlanTest {
    @Inject
    Territory territory;

    @Inject
    AcceptanceDay day;

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

    private static final String BEFORE = """
            acme account-manager ann 2024-05-01
            bolt account-manager ann""";

    private String after(LocalDate since) {
        return """
                acme account-manager bob %s
                acme executive-sponsor eve %s
                bolt account-manager ann""".formatted(since, since);
    }

    @Test
    void its_seats_are_the_portfolios_from_today_on() {
        String plan = territory.planned("");

        accept(plan, null)
                .statusCode(201)
                .header("Location", containsString("/plans/acceptances/"))
                .body("state", equalTo("applied"))
                .body("plan", equalTo(plan))
                .body("effectiveOn", equalTo(today().toString()))
                .body("askedBy", equalTo("manager"))
                .body("acceptedBy", equalTo("approver"))
                .body("seats", equalTo(2));

        assertThat(territory.holders()).isEqualTo(after(today()));
        as("manager").get("/plans/accepted").then().statusCode(200).body("plan", equalTo(plan));
        as("auditor")
                .get("/audit?subject=/plans/" + plan)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("plan accepted"))
                .body("items[0].details.seats", equalTo(2));
    }

    @Test
    void undoing_gives_every_seat_back_as_it_was() {
        String plan = territory.planned("");
        accept(plan, null).statusCode(201);

        undo(plan).statusCode(200).body("state", equalTo("undone")).body("undoneBy", equalTo("approver"));

        assertThat(territory.holders()).isEqualTo(BEFORE);
        as("manager").get("/plans/accepted").then().statusCode(404);
        undo(plan).statusCode(409);
        as("manager")
                .get("/plans/acceptances")
                .then()
                .statusCode(200)
                .body("items.plan", contains(plan))
                .body("items[0].undoneAt", notNullValue());
    }

    @Test
    void a_seat_that_changed_since_is_named_and_nothing_is_undone() {
        String plan = territory.planned("");
        accept(plan, null).statusCode(201);
        territory.jdbi.useHandle(handle -> handle.execute(
                "update assignment set person_id = 'ann' where account_id = 'acme' and role = 'account-manager'"));
        String found = territory.holders();

        undo(plan).statusCode(409).body("detail", containsString("the account-manager of acme is ann"));

        assertThat(territory.holders()).isEqualTo(found);
    }

    @Test
    void accounts_do_not_go_back_to_somebody_who_has_left() {
        String plan = territory.planned("");
        accept(plan, null).statusCode(201);
        territory.jdbi.useHandle(handle -> handle.createUpdate("update person set leaves_on = :today where id = 'ann'")
                .bind("today", today())
                .execute());

        undo(plan).statusCode(409).body("detail", containsString("ann, the account-manager of acme before, has left"));
    }

    @Test
    void one_for_a_later_day_waits_for_it() {
        String plan = territory.planned("");
        LocalDate later = today().plusDays(3);

        String id = accept(plan, later.toString())
                .statusCode(201)
                .body("state", equalTo("coming"))
                .extract()
                .path("id");

        assertThat(territory.holders()).isEqualTo(BEFORE);
        as("manager").get("/plans/accepted").then().statusCode(404);
        as("manager")
                .get("/plans/accepted?asOf=" + later)
                .then()
                .statusCode(200)
                .body("plan", equalTo(plan));

        day.due(id);
        day.due(id);

        assertThat(territory.holders()).isEqualTo(after(later));
        as("manager")
                .get("/plans/acceptances/" + id)
                .then()
                .body("state", equalTo("applied"))
                .body("leftAlone", equalTo(0));
    }

    @Test
    void a_seat_that_somebody_changes_before_its_day_stays_as_it_is_found() {
        String plan = territory.planned("");
        String id = accept(plan, today().plusDays(3).toString()).extract().path("id");
        territory.jdbi.useHandle(
                handle -> handle.execute(
                        "update assignment set person_id = null where false; delete from assignment where account_id = 'acme'"));

        day.due(id);

        assertThat(territory.holders()).startsWith("acme executive-sponsor eve").doesNotContain("bob");
        as("manager").get("/plans/acceptances/" + id).then().body("leftAlone", equalTo(1));
    }

    @Test
    void one_that_is_undone_before_its_day_has_never_held() {
        String plan = territory.planned("");
        LocalDate later = today().plusDays(3);
        String id = accept(plan, later.toString()).extract().path("id");

        undo(plan).statusCode(200);
        day.due(id);

        assertThat(territory.holders()).isEqualTo(BEFORE);
        as("manager").get("/plans/accepted?asOf=" + later).then().statusCode(404);
    }

    @Test
    void what_is_locked_in_it_is_pinned_in_the_portfolio() {
        String plan = territory.planned("");
        as("manager")
                .header("If-Match", "\"1\"")
                .put("/plans/" + plan + "/pins/bolt/account-manager")
                .then()
                .statusCode(200);

        accept(plan, null).statusCode(201).body("seats", equalTo(3));

        assertThat(territory.holders()).contains("bolt account-manager ann pinned");
    }

    @Test
    void the_same_request_with_the_same_key_accepts_once() {
        String plan = territory.planned("");
        for (int status : new int[] {201, 200}) {
            as("approver")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "accept-" + plan)
                    .body("{}")
                    .post("/plans/" + plan + "/accept")
                    .then()
                    .statusCode(status)
                    .body("plan", equalTo(plan));
        }
    }

    @Test
    void moves_near_a_renewal_need_the_vice_presidents_word() {
        String plan = territory.planned(", \"renewalOn\": \"" + today().plusDays(20) + "\"");

        as("approver")
                .get("/plans/" + plan + "/approvals")
                .then()
                .statusCode(200)
                .body("items.account", contains("acme"))
                .body("items[0].vicePresident.id", equalTo("vera"))
                .body("items[0].reason", containsString("its renewal is on"));
        accept(plan, null)
                .statusCode(409)
                .body("detail", allOf(containsString("Acme moves to Bob"), containsString("Vera (vera) approves")));
        accept(plan, null, "ann").statusCode(400).body("errors.pointer", contains("/approvedBy/0"));
        accept(plan, null, "vera").statusCode(201).body("approvedBy", hasItem("vera"));
    }
}
