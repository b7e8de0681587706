package dev.keyline.proposal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.audit.Audit;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.policy.BackDatedException;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import dev.keyline.policy.Publication;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Puts drafts forward and decides about them. Every change is made in the caller's transaction; after the commit of an
 * approval {@link Policies#reload()} spares this replica the wait for the news.
 */
@Singleton
public class Proposals {
    private final Jdbi jdbi;
    private final ProposalStore store;
    private final Drafts drafts;
    private final Policies policies;
    private final ProposalRehearsal rehearsal;
    private final EvidenceOfDrafts evidence;
    private final Publication publication;
    private final Audit audit;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Proposals(
            Jdbi jdbi,
            ProposalStore store,
            Drafts drafts,
            Policies policies,
            ProposalRehearsal rehearsal,
            EvidenceOfDrafts evidence,
            Publication publication,
            Audit audit,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.drafts = drafts;
        this.policies = policies;
        this.rehearsal = rehearsal;
        this.evidence = evidence;
        this.publication = publication;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose draft of which policy. */
    public record DraftOf(String policy, String author) {}

    /**
     * What is to be put forward.
     *
     * @param message why; null: what the only draft says
     * @param effectiveFrom null: from the approval on
     * @param impact a finished rehearsal of the drafts as they are; null: none
     * @param rehearse whether to ask for one
     */
    public record Wish(
            List<DraftOf> drafts,
            @Nullable String message,
            @Nullable Instant effectiveFrom,
            @Nullable UUID impact,
            boolean rehearse) {}

    /**
     * Freezes drafts as versions and puts them forward together, with what can be found out about them;
     * {@link #begin()} after the commit starts what takes longer.
     *
     * @throws RejectedTextException when they do not compile together with what is in force, or the check finds an error
     * @throws ConflictException when a draft's base is no longer in force, it says nothing new, policies would wait for
     *     each other's outcomes, or the impact is none of these texts
     * @throws BackDatedException when {@code effectiveFrom} is over
     */
    public UUID propose(Handle handle, Wish wish, String caller) {
        Instant now = now();
        Instant effectiveFrom = wish.effectiveFrom();
        BackDatedException.refuse(effectiveFrom, now);
        List<Draft> chosen = wish.drafts().stream()
                .map(of -> drafts.lock(handle, of.policy(), of.author()))
                .toList();
        String why = Objects.requireNonNullElseGet(wish.message(), () -> ofOnly(chosen));
        ProposalRehearsal.Rehearsed rehearsed = rehearsal.of(chosen, effectiveFrom == null ? now : effectiveFrom);
        Evidence found = evidence.of(chosen, rehearsed.set(), wish.impact());
        if (wish.rehearse()) {
            found = found.with(evidence.rehearse(handle, chosen, caller));
        }
        publication.lock(handle);
        List<Proposal.Proposed> frozen = chosen.stream()
                .map(draft -> new Proposal.Proposed(
                        draft.policy(), publication.freeze(handle, draft, why), draft.baseVersion(), draft.author()))
                .toList();
        UUID id = ids.generate();
        store.insert(handle, opened(id, caller, why, frozen, effectiveFrom, rehearsed.notes(), found, now));
        audit.record(
                handle,
                caller,
                "proposal opened",
                path(id),
                Map.of("message", why, "versions", byName(frozen), "authors", authors(frozen)));
        return id;
    }

    /** Starts the rehearsals that proposals have asked for. */
    public void begin() {
        evidence.begin();
    }

    private static String ofOnly(List<Draft> chosen) {
        String message = chosen.size() == 1 ? chosen.get(0).message() : null;
        if (message == null || message.isBlank()) {
            throw new BadInputException("/message", "is required: say why");
        }
        return message;
    }

    private static Proposal opened(
            UUID id,
            String caller,
            String message,
            List<Proposal.Proposed> frozen,
            @Nullable Instant effectiveFrom,
            List<String> notes,
            Evidence evidence,
            Instant now) {
        return new Proposal(
                id,
                ProposalState.OPEN,
                caller,
                message,
                frozen,
                effectiveFrom,
                List.of(),
                notes,
                evidence,
                1,
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Map<String, Integer> byName(List<Proposal.Proposed> frozen) {
        return frozen.stream().collect(Collectors.toMap(Proposal.Proposed::policy, Proposal.Proposed::version));
    }

    private static List<String> authors(List<Proposal.Proposed> frozen) {
        return frozen.stream().map(Proposal.Proposed::author).distinct().toList();
    }

    /**
     * A proposal as it stands.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Proposal get(UUID id) {
        Proposal found = jdbi.inTransaction(handle -> store.find(handle, id).map(proposal -> judged(handle, proposal)))
                .orElseThrow(() -> unknown(id));
        return found.with(found.evidence().with(evidence.impact(found.evidence())));
    }

    /**
     * Newest first.
     *
     * @param policy only those with a version of it; null: all
     */
    public Page<Proposal> list(@Nullable ProposalState state, @Nullable String policy, PageRequest page) {
        UUID below = page.after(UUID.class).orElse(null);
        String word = state == null ? null : state.word();
        List<Proposal> found =
                jdbi.inTransaction(handle -> store.page(handle, word, policy, below, page.limit() + 1).stream()
                        .map(proposal -> judged(handle, proposal))
                        .toList());
        return page.page(found, Proposal::id);
    }

    private Proposal judged(Handle handle, Proposal proposal) {
        if (proposal.state() != ProposalState.OPEN) {
            return proposal;
        }
        Instant now = now();
        Instant from = proposal.effectiveFrom();
        return proposal.withStale(stale(handle, proposal, from == null || from.isBefore(now) ? now : from));
    }

    private List<String> stale(Handle handle, Proposal proposal, Instant from) {
        Map<String, Integer> last = publication.lastAt(handle, from);
        return proposal.policies().stream()
                .filter(proposed -> !Objects.equals(last.get(proposed.policy()), proposed.base()))
                .map(Proposal.Proposed::policy)
                .toList();
    }

    /**
     * Brings a proposal's versions into force, all at one instant.
     *
     * @param effectiveFrom null: when the proposal says
     * @throws OwnProposalException when the approver has written any of it
     * @throws ConflictException when it is decided already, or something else is in force than it was made from
     * @throws BackDatedException when the instant is over
     */
    public void approve(Handle handle, UUID id, @Nullable Instant effectiveFrom, String caller) {
        publication.lock(handle);
        Proposal proposal = lockOpen(handle, id);
        if (proposal.isBy(caller)) {
            throw new OwnProposalException(caller);
        }
        Instant now = now();
        Instant asked = effectiveFrom == null ? proposal.effectiveFrom() : effectiveFrom;
        BackDatedException.refuse(asked, now);
        for (String policy : stale(handle, proposal, asked == null ? now : asked)) {
            throw new ConflictException("Another version of " + policy
                    + " is in force by then than the one it was made from: its author rebases the draft and proposes"
                    + " it again.");
        }
        Instant from = publication.putInForce(handle, proposal.versions(), asked, caller);
        store.end(handle, id, new ProposalStore.Ending(ProposalState.APPROVED, caller, now, null, from));
        proposal.policies()
                .forEach(proposed -> drafts.end(handle, policies.version(proposed.policy(), proposed.version())));
        audit.record(
                handle,
                caller,
                "proposal approved",
                path(id),
                Map.of("versions", proposal.versions(), "inForceFrom", from.toString()));
    }

    /** Ends it without a change; its author goes on with the draft. */
    public void reject(Handle handle, UUID id, String reason, String caller) {
        lockOpen(handle, id);
        store.end(handle, id, new ProposalStore.Ending(ProposalState.REJECTED, caller, now(), reason, null));
        audit.record(handle, caller, "proposal rejected", path(id), Map.of("reason", reason));
    }

    /**
     * Takes it back.
     *
     * @throws ConflictException when somebody else put it forward
     */
    public void withdraw(Handle handle, UUID id, String caller) {
        Proposal proposal = lockOpen(handle, id);
        if (!proposal.isBy(caller)) {
            throw new ConflictException("It is withdrawn by who wrote it: " + proposal.author() + ".");
        }
        store.end(handle, id, new ProposalStore.Ending(ProposalState.WITHDRAWN, caller, now(), null, null));
        audit.record(handle, caller, "proposal withdrawn", path(id), Map.of());
    }

    private Proposal lockOpen(Handle handle, UUID id) {
        Proposal proposal = store.lock(handle, id).orElseThrow(() -> unknown(id));
        if (proposal.state() != ProposalState.OPEN) {
            throw new ConflictException("It is " + proposal.state().word() + " already.");
        }
        return proposal;
    }

    private static NotFoundException unknown(UUID id) {
        return new NotFoundException("proposal", id.toString());
    }

    private static String path(UUID id) {
        return "/proposals/" + id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
