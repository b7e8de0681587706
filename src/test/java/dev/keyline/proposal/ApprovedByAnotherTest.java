package dev.keyline.proposal;

import static dev.keyline.proposal.Desk.draft;
import static dev.keyline.proposal.Desk.propose;
import static dev.keyline.proposal.Desk.reviews;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever the service would let through. */
@QuarkusTest
class ApprovedByAnotherTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
    }

    @Test
    void nobody_approves_what_he_has_put_forward_or_written() {
        draft("analyst", reviews(6)).statusCode(201);
        String proposal = propose("analyst", "six").extract().path("id");

        refused("""
                update proposal set state = 'approved', decided_by = 'analyst', decided_at = now(), in_force_from = now()
                where id = cast('%s' as uuid)""".formatted(proposal), "proposal");
        refused("""
                update proposal set author = 'another', state = 'approved', decided_by = 'analyst', decided_at = now(),
                  in_force_from = now() where id = cast('%s' as uuid)""".formatted(proposal), "approved by another person");
    }

    @Test
    void nobody_brings_his_own_version_into_force() {
        draft("analyst", reviews(6)).statusCode(201);
        int version = propose("analyst", "six").extract().path("policies[0].version");

        refused("""
                insert into policy_in_force (policy, version, since, set_by, set_at)
                values ('engagement-model', %d, now(), 'analyst', now())""".formatted(version), "by another person");
    }

    @Test
    void versions_and_pointers_stay_as_they_were_written() {
        refused("update policy_version set text = '' where policy = 'engagement-model'", "only ever added to");
        refused("delete from policy_version where policy = 'engagement-model'", "only ever added to");
        refused("delete from policy_in_force where policy = 'engagement-model'", "only ever added to");
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining(why);
    }
}
