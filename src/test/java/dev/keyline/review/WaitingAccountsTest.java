package dev.keyline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.AccountsToReview;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingAccountsTest {
    @Inject
    Jdbi jdbi;

    @Inject
    AccountReviews reviews;

    @Inject
    AccountFacts facts;

    @Inject
    Clock clock;

    @BeforeEach
    void three_accounts_wait_and_the_first_breaks_its_evaluation() {
        EmptyPortfolio.make(jdbi);
        List<String> accounts = List.of("broken", "next", "last");
        jdbi.useTransaction(handle -> {
            accounts.forEach(id -> handle.execute("insert into account (id, name) values (?, ?)", id, id));
            facts.refresh(handle, accounts);
            handle.execute("update account_facts set facts = '{\"no fact\": 1}' where account_id = 'broken'");
            accounts.forEach(id -> AccountsToReview.add(handle, List.of(id), "change", clock.instant()));
        });
    }

    @Test
    void the_others_are_decided_on() {
        at(clock.instant()).look();

        assertThat(names("select distinct account_id from account_outcome order by 1"))
                .containsExactly("last", "next");
        assertThat(names("select account_id from account_to_review")).containsExactly("broken");
    }

    @Test
    void the_broken_one_is_tried_again_after_a_pause() {
        Instant now = clock.instant();
        MovableClock later = new MovableClock(now);
        WaitingAccounts waiting = new WaitingAccounts(jdbi, reviews, later, Optional.empty());
        waiting.look();
        jdbi.useHandle(handle -> handle.execute("delete from account_facts where account_id = 'broken'"));

        waiting.look();
        assertThat(names("select account_id from account_to_review"))
                .as("not at once, or its failures would fill the log")
                .containsExactly("broken");

        later.now = now.plus(Duration.ofMinutes(2));
        waiting.look();
        assertThat(names("select account_id from account_to_review")).isEmpty();
        assertThat(names("select distinct account_id from account_outcome")).contains("broken");
    }

    private WaitingAccounts at(Instant now) {
        return new WaitingAccounts(jdbi, reviews, Clock.fixed(now, ZoneOffset.UTC), Optional.empty());
    }

    private List<String> names(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
