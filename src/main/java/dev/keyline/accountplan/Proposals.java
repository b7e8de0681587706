package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.decision.Decisions;
import dev.keyline.decision.Grounds;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.Assignment;
import dev.keyline.portfolio.Outcome;
import dev.keyline.portfolio.PortfolioChange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the outcomes that hold suggest for an account's plan, and what people made of it. */
@Singleton
public class Proposals {
    private final Jdbi jdbi;
    private final Decisions decisions;
    private final AccountPlans plans;
    private final ObjectMapper mapper;
    private final Clock clock;

    @Inject
    Proposals(Jdbi jdbi, Decisions decisions, AccountPlans plans, ObjectMapper mapper, Clock clock) {
        this.jdbi = jdbi;
        this.decisions = decisions;
        this.plans = plans;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** What is proposed now and was neither taken nor declined. */
    public List<Proposal> open(Handle handle, String account) {
        requireAccount(handle, account);
        Set<UUID> answered = ProposalAnswerStore.answered(handle, account);
        return proposed(handle, account).stream()
                .filter(proposal -> !answered.contains(proposal.id()))
                .toList();
    }

    private List<Proposal> proposed(Handle handle, String account) {
        Map<String, Outcome> outcomes = AccountStore.outcomes(handle, account, mapper);
        Map<UUID, Grounds> grounds = decisions.grounds(
                handle, outcomes.values().stream().map(Outcome::decisionId).toList());
        ProposedEntries entries = new ProposedEntries(account, accountManager(handle, account));
        List<Proposal> proposals = new ArrayList<>();
        outcomes.values().forEach(outcome -> {
            Grounds made = grounds.get(outcome.decisionId());
            if (made != null) {
                proposals.addAll(entries.of(made, outcome.outcome()));
            }
        });
        return proposals;
    }

    private static @Nullable String accountManager(Handle handle, String account) {
        return AccountStore.assignments(handle, account).stream()
                .filter(assignment -> assignment.role().equals("account-manager"))
                .map(Assignment::personId)
                .findFirst()
                .orElse(null);
    }

    /**
     * Writes a proposal into the plan.
     *
     * @param edits fields of the entry that shall be otherwise; null takes one away
     * @throws BadInputException naming the fields that are still wrong or missing
     * @throws ConflictException when it was answered before
     * @throws NotFoundException when nothing proposes it any more
     */
    public ProposalAnswer accept(
            PortfolioChange change, String account, UUID id, JsonNode edits, AccountPlans.Author author) {
        Proposal proposal = openProposal(change.handle(), account, id);
        if (!(edits instanceof ObjectNode fields)) {
            throw new BadInputException("", "must be an object: the fields of the entry that shall be otherwise");
        }
        ObjectNode entry = proposal.entry().deepCopy();
        entry.setAll(fields);
        entry.put("id", id.toString());
        String said = author.message();
        String message = said == null ? "Proposal taken" : said;
        Section section = Section.named(proposal.section()).orElseThrow();
        plans.edit(change, account, new AccountPlans.Author(author.name(), message), PlanEdit.add(section, entry));
        return answer(change.handle(), account, proposal, "accepted", null, author.name());
    }

    /**
     * Turns a proposal down; it is not made again.
     *
     * @throws BadInputException when there is no reason
     * @throws ConflictException when it was answered before
     * @throws NotFoundException when nothing proposes it any more
     */
    public ProposalAnswer decline(Handle handle, String account, UUID id, @Nullable String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw new BadInputException("/reason", "is missing: say why it does not belong in the plan");
        }
        PlanText.refusal(reason).ifPresent(refusal -> {
            throw new BadInputException("/reason", refusal);
        });
        return answer(handle, account, openProposal(handle, account, id), "declined", reason, by);
    }

    private Proposal openProposal(Handle handle, String account, UUID id) {
        if (AccountStore.lockRevision(handle, account).isEmpty()) {
            throw new NotFoundException("account", account);
        }
        ProposalAnswerStore.find(handle, account, id).ifPresent(earlier -> {
            throw new ConflictException("It was " + earlier.answer() + " by " + earlier.answeredBy() + " at "
                    + earlier.answeredAt() + " already.");
        });
        return proposed(handle, account).stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("proposal", id.toString()));
    }

    private ProposalAnswer answer(
            Handle handle, String account, Proposal proposal, String answer, @Nullable String reason, String by) {
        ProposalAnswer given = new ProposalAnswer(
                proposal.id(),
                answer,
                reason,
                proposal.section(),
                reason == null ? proposal.id().toString() : null,
                proposal.statement(),
                proposal.cause(),
                proposal.grounds().decisionId(),
                proposal.grounds().policy(),
                clock.instant(),
                by);
        ProposalAnswerStore.insert(handle, account, given);
        return given;
    }

    /** Answers, newest first. */
    public Page<ProposalAnswer> answers(String account, PageRequest page) {
        ProposalAnswerStore.Place after =
                page.after(ProposalAnswerStore.Place.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> {
                    requireAccount(handle, account);
                    return ProposalAnswerStore.list(handle, account, after, page.limit() + 1);
                }),
                answer -> new ProposalAnswerStore.Place(answer.answeredAt(), answer.proposalId()));
    }

    /**
     * What was made of one proposal.
     *
     * @throws NotFoundException when nobody has answered it
     */
    public ProposalAnswer answer(String account, UUID id) {
        return jdbi.withHandle(handle -> ProposalAnswerStore.find(handle, account, id))
                .orElseThrow(() -> new NotFoundException("answer to proposal", id.toString()));
    }

    private static void requireAccount(Handle handle, String account) {
        if (AccountStore.find(handle, account).isEmpty()) {
            throw new NotFoundException("account", account);
        }
    }
}
