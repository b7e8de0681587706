package dev.keyline.proposal;

import dev.keyline.audit.Audit;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.Policies;
import dev.keyline.policy.Publication;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes back what a proposal has brought into force, all of it together. After the commit {@link Policies#reload()} spares
 * this replica the wait for the news.
 */
@Singleton
public class ProposalRollback {
    private final ProposalStore store;
    private final Publication publication;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ProposalRollback(ProposalStore store, Publication publication, Audit audit, Clock clock) {
        this.store = store;
        this.publication = publication;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Calls its versions off when they are still to come; else those before them come into force again, now, and a policy
     * that had none goes out of force.
     *
     * @throws NotFoundException when there is no proposal of this id
     * @throws ConflictException when it brought nothing into force, was rolled back already, one of its versions has been
     *     superseded since, or others could not decide without them: nothing is changed then
     */
    public void rollBack(Handle handle, UUID id, String caller) {
        publication.lock(handle);
        Proposal proposal = store.lock(handle, id).orElseThrow(() -> new NotFoundException("proposal", id.toString()));
        Instant since = proposal.inForceFrom();
        if (since == null) {
            throw new ConflictException(
                    "It is " + proposal.state().word() + ": it has brought nothing into force to be taken back.");
        }
        if (proposal.rolledBackBy() != null) {
            throw new ConflictException("It was rolled back by " + proposal.rolledBackBy() + " already.");
        }
        publication.rollBack(handle, proposal.versions(), since, caller);
        store.rolledBack(handle, id, caller, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                handle, caller, "proposal rolled back", "/proposals/" + id, Map.of("versions", proposal.versions()));
    }
}
