package dev.keyline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.engine.PolicyText;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShippedVersionTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Clock clock;

    @Test
    void a_new_text_becomes_a_version_and_comes_into_force_unless_an_edit_is() {
        jdbi.useTransaction(handle -> {
            policies.ship(handle, text("one"));
            assertThat(inForce(handle)).extracting(InForce::version).containsExactly(1);
            assertThat(inForce(handle).get(0).since()).as("since ever").isEqualTo(Instant.MIN);

            policies.ship(handle, text("one"));
            assertThat(inForce(handle)).as("a text that was seen before").hasSize(1);

            policies.ship(handle, text("two"));
            assertThat(inForce(handle)).extracting(InForce::version).containsExactly(1, 2);

            edit(handle, 3);
            policies.ship(handle, text("three"));
            assertThat(inForce(handle))
                    .extracting(InForce::version)
                    .as("diverged")
                    .containsExactly(1, 2, 3);
            assertThat(PolicyStore.version(handle, "trial", 4))
                    .hasValueSatisfying(version -> assertThat(version.text()).isEqualTo("three"));
            handle.rollback();
        });
    }

    @Test
    void a_new_text_of_a_policy_that_was_taken_out_of_force_leaves_it_there() {
        jdbi.useTransaction(handle -> {
            edit(handle, 1);
            Instant later = clock.instant().plusSeconds(1);
            PolicyStore.putInForce(handle, new InForce("trial", null, later), "approver", clock.instant());
            policies.ship(handle, text("one"));

            assertThat(inForce(handle)).extracting(InForce::version).containsExactly(1, null);
            assertThat(PolicyStore.version(handle, "trial", 2)).isPresent();
            handle.rollback();
        });
    }

    @Test
    void the_versions_before_the_first_start_are_the_first_ones() {
        assertThat(policies.at(Instant.parse("2001-01-01T00:00:00Z")).versions())
                .containsEntry("account-tier", 1)
                .containsEntry("facts", 1);
    }

    private void edit(Handle handle, int number) {
        handle.execute("""
                insert into policy_version (policy, number, sha256, path, text, origin, author, created_at)
                values ('trial', ?, 'edit', 'dmn/test/trial.dmn', 'edit', 'edited', 'analyst', now())
                """, number);
        PolicyStore.putInForce(handle, new InForce("trial", number, clock.instant()), "approver", clock.instant());
    }

    private static PolicyText text(String text) {
        return new PolicyText("trial", "dmn/test/trial.dmn", text);
    }

    private static List<InForce> inForce(Handle handle) {
        return PolicyStore.inForce(handle).of("trial");
    }
}
