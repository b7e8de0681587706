package dev.keyline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyline.audit.Audit;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.contained.ContainedEngine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two services on one database. */
@QuarkusTest
class SecondReplicaTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies here;

    @Inject
    Publication publication;

    @Inject
    Engine engine;

    @Inject
    ContainedEngine contained;

    @Inject
    StoredDescriptions descriptions;

    @Inject
    Audit audit;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    private PolicySets thereSets;
    private Policies there;

    @BeforeEach
    void another() {
        ShippedOnly.restore(jdbi, here);
        thereSets = new PolicySets(jdbi, engine, contained, descriptions);
        there = new Policies(jdbi, thereSets, audit, clock);
        there.reload();
    }

    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, here);
    }

    @Test
    void hears_of_a_published_version_and_answers_from_it() {
        PolicyNews news = new PolicyNews(dataSource, there, contained);
        news.start(new StartupEvent());
        try {
            int version = publish(5, null);

            await().atMost(Duration.ofMinutes(1)).until(() -> inForce(there) == version);
            assertThat(there.at(clock.instant()).version("engagement-model")).isEqualTo(version);
        } finally {
            news.stop(new ShutdownEvent());
        }
    }

    @Test
    void that_missed_the_word_catches_up() {
        int version = publish(6, null);
        assertThat(inForce(there)).isNotEqualTo(version);

        there.reload();

        assertThat(inForce(there)).isEqualTo(version);
    }

    @Test
    void hears_that_a_policy_is_out_of_force() {
        Instant then = DraftStore.micros(clock.instant());
        jdbi.useTransaction(handle -> PolicyStore.putInForce(
                handle, new InForce("engagement-model", null, then.plusSeconds(3600)), "approver", then));
        there.reload();

        assertThat(there.versionsAt(then)).containsKey("engagement-model");
        assertThat(there.versionsAt(then.plusSeconds(3600))).doesNotContainKey("engagement-model");
        assertThat(there.at(then.plusSeconds(3600)).find("engagement-model")).isEmpty();
    }

    @Test
    void has_compiled_what_is_to_come_before_it_is_in_force() {
        Instant then = clock.instant().plus(Duration.ofDays(3));
        int version = publish(7, then);
        there.reload();

        assertThat(inForce(there)).isNotEqualTo(version);
        PolicySet toCome = there.at(then);
        assertThat(toCome.version("engagement-model")).isEqualTo(version);
        assertThat(there.at(then.plusSeconds(1))).as("kept, not compiled again").isSameAs(toCome);
    }

    @Test
    void that_starts_again_asks_no_worker_for_what_one_has_compiled_before() {
        publish(6, null);
        try (ContainedEngine fresh = workers()) {
            Policies again = new Policies(jdbi, new PolicySets(jdbi, engine, fresh, descriptions), audit, clock);
            again.reload();

            assertThat(again.at(clock.instant()).find("engagement-model"))
                    .hasValueSatisfying(policy -> assertThat(policy.rows()).isNotEmpty());
            assertThat(fresh.pids()).isEmpty();
        }
    }

    private ContainedEngine workers() {
        return new ContainedEngine(clock, 2, 192, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(5));
    }

    @Test
    void keeps_no_more_sets_however_often_something_is_published() {
        publish(1, null);
        for (int i = 2; i <= 12; i++) {
            int version = publish(i, null);
            there.reload();
            there.at(clock.instant());
            assertThat(inForce(there)).isEqualTo(version);
        }
        assertThat(thereSets.held().sets()).isLessThanOrEqualTo(9);
    }

    /** The shipped text, but for how many reviews a year a Tier 1 account gets. */
    private int publish(int reviews, @Nullable Instant since) {
        PolicyVersion shipped = here.version("engagement-model", 1);
        String text = shipped.text().replaceFirst("(care-tier-1-out-1\">\\s*<text>)[0-9]+", "$1" + reviews);
        int number = jdbi.inTransaction(handle -> freeze(handle, shipped, text, reviews));
        jdbi.useTransaction(
                handle -> publication.putInForce(handle, Map.of("engagement-model", number), since, "approver"));
        return number;
    }

    private int freeze(Handle handle, PolicyVersion shipped, String text, int reviews) {
        Draft draft = new Draft(
                "engagement-model",
                "analyst",
                List.of(new PolicyText("engagement-model", shipped.path(), text)),
                1,
                null,
                1,
                clock.instant(),
                null);
        return publication.freeze(handle, draft, reviews + " a year");
    }

    private int inForce(Policies replica) {
        return replica.versionsAt(clock.instant()).getOrDefault("engagement-model", 0);
    }
}
