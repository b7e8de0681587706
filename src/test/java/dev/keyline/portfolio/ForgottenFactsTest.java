package dev.keyline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.facts.CatalogueInForce;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that leave an account's facts to be made by the next question. */
@QuarkusTest
class ForgottenFactsTest {
    @Inject
    Portfolio portfolio;

    @Inject
    AccountFacts facts;

    @Inject
    CatalogueInForce inForce;

    @Inject
    BusinessTime businessTime;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void an_account() {
        EmptyPortfolio.make(jdbi);
        portfolio.change(change -> change.write(Entity.ACCOUNT, List.of(new Row(Map.of("id", "a", "name", "Acme")))));
    }

    @Test
    void the_next_question_makes_them_of_what_is_there_then() {
        assertThat(nps()).isNull();

        portfolio.changeOften(change -> answer(change, 40));

        assertThat(nps()).isEqualByComparingTo("40");
        portfolio.changeOften(change -> answer(change, 50));
        portfolio.change(
                change -> change.write(Entity.ACCOUNT, List.of(new Row(Map.of("id", "a", "region", "North")))));
        assertThat(nps()).isEqualByComparingTo("50");
    }

    @Test
    void facts_made_while_the_account_changed_are_not_kept() {
        portfolio.changeOften(change -> answer(change, 10));
        CompletableFuture<BigDecimal> asked = new CompletableFuture<>();
        portfolio.changeOften(change -> {
            // signals are read after satisfaction: whoever asks now has read the latter when they come to wait here
            change.handle().execute("lock table signal in access exclusive mode");
            asked.completeAsync(this::nps);
            await().until(() -> waiting() == 1);
            return answer(change, 60);
        });

        assertThat(asked.join()).isEqualByComparingTo("10");
        assertThat(nps()).isEqualByComparingTo("60");
    }

    @Test
    void whoever_changes_an_account_meanwhile_sees_the_change_too() {
        CompletableFuture<Written> other = new CompletableFuture<>();
        portfolio.changeOften(change -> {
            Written written = answer(change, 70);
            facts.forget(change.handle(), List.of("a"));
            other.completeAsync(() -> portfolio.change(
                    beside -> beside.write(Entity.ACCOUNT, List.of(new Row(Map.of("id", "a", "region", "South"))))));
            await().until(() -> waiting() == 1);
            return written;
        });
        other.join();

        assertThat(kept()).isEqualTo("70");
    }

    private Written answer(PortfolioChange change, int score) {
        Map<String, Object> reading = new HashMap<>();
        reading.put("account_id", "a");
        reading.put("kind", "nps");
        reading.put("read_at", clock.instant().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS));
        reading.put("score", BigDecimal.valueOf(score));
        return change.write(Entity.SATISFACTION, List.of(new Row(reading)));
    }

    private BigDecimal nps() {
        Instant now = clock.instant();
        return jdbi.inTransaction(
                handle -> (BigDecimal) facts.factsOf(handle, List.of("a"), businessTime.dayOf(now), inForce.catalogue())
                        .get("a")
                        .get("nps"));
    }

    private String kept() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select facts ->> 'nps' from account_facts where account_id = 'a' and catalogue <> ''")
                .mapTo(String.class)
                .one());
    }

    private int waiting() {
        try (Handle handle = jdbi.open()) {
            return handle.createQuery("select count(*) from pg_locks where not granted")
                    .mapTo(Integer.class)
                    .one();
        }
    }
}
