package dev.keyline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.facts.CatalogueInForce;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portfolio knows of an account's open cases and of its own account manager, as policies are told it. */
@QuarkusTest
class OpenCaseFactsTest {
    @Inject
    Jdbi jdbi;

    @Inject
    AccountFacts facts;

    @Inject
    CatalogueInForce inForce;

    @Inject
    BusinessTime businessTime;

    @Inject
    Clock clock;

    @BeforeEach
    void one_account() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("insert into account (id, name) values ('a', 'Acme')"));
    }

    @Test
    void an_account_without_cases_has_none_open() {
        assertThat(factsOf("a"))
                .containsEntry("openCases", List.of())
                .containsEntry("openHighEscalations", BigDecimal.ZERO);
    }

    @Test
    void open_cases_are_listed_with_what_they_are_about_and_closed_ones_are_not() {
        opened("escalation", "usage-falling", "high", "acknowledged", null);
        opened("escalation", "critical-ticket", "critical", "closed", "now() - interval '2 days'");

        assertThat(factsOf("a").get("openCases"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(open -> assertThat((Map<?, ?>) open)
                        .extracting("kind", "path", "cause", "severity", "state")
                        .containsExactly("escalation", "technical", "usage-falling", "high", "acknowledged"));
    }

    @Test
    void escalations_of_high_severity_count_until_they_are_de_escalated() {
        opened("escalation", "one", "high", "open", null);
        opened("escalation", "two", "critical", "acknowledged", null);
        opened("escalation", "three", "critical", "de-escalated", null);
        opened("escalation", "four", "medium", "open", null);
        opened("playbook", "five", "high", "open", null);

        assertThat(factsOf("a")).containsEntry("openHighEscalations", BigDecimal.valueOf(2));
    }

    @Test
    void the_last_day_of_the_account_manager_is_known_and_that_of_the_sponsor_is_none_of_it() {
        jdbi.useHandle(handle -> {
            handle.execute("insert into person (id, name, kind, leaves_on) values"
                    + " ('m', 'Mia', 'account-manager', '2099-05-31'), ('s', 'Sam', 'executive', '2098-01-31')");
            handle.execute("insert into assignment (account_id, role, person_id) values"
                    + " ('a', 'account-manager', 'm'), ('a', 'executive-sponsor', 's')");
        });

        assertThat(factsOf("a")).containsEntry("managerLeavesOn", LocalDate.parse("2099-05-31"));
    }

    @Test
    void an_account_manager_who_stays_has_no_last_day() {
        assertThat(factsOf("a")).doesNotContainKey("managerLeavesOn");
    }

    private Map<String, @Nullable Object> factsOf(String account) {
        LocalDate today = businessTime.dayOf(clock.instant());
        return facts.factsOf(account, today, inForce.catalogue()).orElseThrow();
    }

    private void opened(String kind, String cause, String severity, String state, @Nullable String closedAt) {
        jdbi.useHandle(handle -> handle.execute("insert into account_case (id, account_id, kind, path, cause, severity,"
                + " found_severity, state, title, reason, terms, decision_id, opened_at, closed_at) values (gen_random_uuid(), 'a', '"
                + kind + "', 'technical', '" + cause + "', '" + severity + "', '" + severity + "', '" + state
                + "', 't', 'r', '{}',"
                + " gen_random_uuid(), now() - interval '3 days', " + closedAt + ")"));
    }
}
