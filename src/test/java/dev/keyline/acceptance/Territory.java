package dev.keyline.acceptance;

import static io.restassured.RestAssured.given;

import dev.keyline.job.Jobs;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A portfolio of two accounts held by Ann, of whom a plan gives one to Bob; Vera is Ann's vice president. */
@Singleton
class Territory {
    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    void clear() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> {
            handle.execute("truncate plan_acceptance, accepted_seat");
            handle.execute("""
                    insert into person (id, name, kind, level, line_manager_id) values
                      ('vera', 'Vera', 'executive', 4, null), ('ann', 'Ann', 'account-manager', 1, 'vera'),
                      ('bob', 'Bob', 'account-manager', 1, 'vera'), ('eve', 'Eve', 'executive', 5, null)
                    """);
            handle.execute("insert into account (id, name) values ('acme', 'Acme'), ('bolt', 'Bolt')");
            handle.execute("""
                    insert into assignment (account_id, role, person_id, since) values
                      ('acme', 'account-manager', 'ann', '2024-05-01'), ('bolt', 'account-manager', 'ann', null)
                    """);
        });
    }

    /** A finished plan that pins Acme to Bob and gives it a sponsor; {@code more} goes into Acme's row. */
    String planned(String more) {
        String id = given().auth()
                .preemptive()
                .basic("manager", "for-tests-only")
                .contentType("application/json")
                .body("""
                        {"scoreLimit": 100,
                         "demand": [
                           {"id": "acme", "name": "Acme", "points": 10, "accountManager": "ann", "sponsorNeeded": true %s},
                           {"id": "bolt", "name": "Bolt", "points": 10, "accountManager": "ann"}],
                         "people": [
                           {"id": "ann", "name": "Ann", "kind": "account-manager", "lineManager": "vera"},
                           {"id": "bob", "name": "Bob", "kind": "account-manager", "lineManager": "vera"},
                           {"id": "vera", "name": "Vera", "kind": "executive", "level": 4},
                           {"id": "eve", "name": "Eve", "kind": "executive", "level": 5}],
                         "approvedMoves": ["acme"],
                         "pins": [{"account": "acme", "seat": "account-manager", "person": "bob"},
                                  {"account": "acme", "seat": "executive-sponsor", "person": "eve"},
                                  {"account": "bolt", "seat": "account-manager", "person": "ann"}]}
                        """.formatted(more))
                .post("/plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        jobs.events(UUID.fromString(id)).collect().last().await().indefinitely();
        return id;
    }

    static ValidatableResponse accept(String plan, @Nullable String effectiveOn, String... approvedBy) {
        String day = effectiveOn == null ? "null" : "\"" + effectiveOn + "\"";
        String names = Stream.of(approvedBy).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return as("approver")
                .header("If-Match", "*")
                .body("{\"effectiveOn\": %s, \"approvedBy\": [%s]}".formatted(day, names))
                .post("/plans/" + plan + "/accept")
                .then();
    }

    static ValidatableResponse undo(String plan) {
        return as("approver").post("/plans/" + plan + "/undo").then();
    }

    /** As in {@code acme account-manager bob}, a line a seat. */
    String holders() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select coalesce(string_agg(concat_ws(' ', account_id, role, person_id, since,
                            case when pinned then 'pinned' end), e'\\n' order by account_id, role), '')
                        from assignment
                        """).mapTo(String.class).one());
    }

    static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only").contentType("application/json");
    }
}
