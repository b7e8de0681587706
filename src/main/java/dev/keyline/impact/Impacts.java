package dev.keyline.impact;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.coverage.Care;
import dev.keyline.demand.PortfolioDemand;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.facts.BadCatalogueException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.job.Asked;
import dev.keyline.job.Job;
import dev.keyline.job.JobState;
import dev.keyline.job.Jobs;
import dev.keyline.policy.CyclicPoliciesException;
import dev.keyline.policy.Policies;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Asks for rehearsals of drafts and says what they found. */
@Singleton
public class Impacts {
    private final Jdbi jdbi;
    private final Jobs jobs;
    private final ImpactStore store;
    private final Policies policies;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Impacts(Jdbi jdbi, Jobs jobs, ImpactStore store, Policies policies, Clock clock) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Asks for an impact in the caller's transaction; {@link #begin()} after the commit starts it at once.
     *
     * @param texts at least one, each of another policy
     * @param replan whether to solve how many accounts would change hands
     */
    public UUID submit(Handle handle, List<RehearsedPolicy.Text> texts, Scope scope, boolean replan, String caller) {
        UUID id = ids.generate();
        jobs.submit(handle, ImpactJob.KIND, id, caller);
        store.insert(handle, id, clock.instant(), new ImpactStore.Rehearsed(texts, scope, replan));
        return id;
    }

    /**
     * Refuses texts that could not answer, alone or together.
     *
     * @throws RejectedTextException saying why
     */
    public void require(List<RehearsedPolicy.Text> texts) {
        try {
            TwoSets.of(policies, clock.instant(), texts);
        } catch (BadCatalogueException | CyclicPoliciesException e) {
            throw new RejectedTextException("/policies", List.of(String.valueOf(e.getMessage())));
        }
    }

    public void begin() {
        jobs.wake();
    }

    /**
     * An impact and how far it is.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Impact get(UUID id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** As {@link #get}; empty when there is none of this id. */
    public Optional<Impact> find(UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, id)).map(this::impact);
    }

    /**
     * The texts that an impact rehearses, as they were when it was asked for.
     *
     * @throws NotFoundException when there is none of this id
     */
    public List<PolicyText> texts(UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, id)).orElseThrow(() -> unknown(id)).asked().texts().stream()
                .map(RehearsedPolicy.Text::asText)
                .toList();
    }

    private static NotFoundException unknown(UUID id) {
        return new NotFoundException("impact", id.toString());
    }

    /** Newest first. */
    public Page<Impact> list(PageRequest page) {
        UUID below = page.after(UUID.class).orElse(null);
        List<Impact> impacts = jdbi.withHandle(handle -> store.list(handle, below, page.limit() + 1)).stream()
                .map(this::impact)
                .toList();
        return page.page(impacts, Impact::id);
    }

    private Impact impact(ImpactStore.Row row) {
        Job job = jobs.find(row.id()).orElseThrow();
        Duration remaining = job.remaining(clock.instant());
        ImpactStore.Result result = job.state() == JobState.FINISHED ? row.result() : null;
        return new Impact(
                row.id(),
                row.asOf(),
                row.asked().texts().stream().map(RehearsedPolicy.Text::of).toList(),
                row.asked().scope(),
                job.state(),
                job.progress(),
                remaining == null ? null : remaining.toSeconds(),
                result == null ? null : result.accounts(),
                result == null ? null : result.staffing(),
                result == null ? null : result.staffingProblem(),
                result == null ? null : result.callers(),
                job.createdAt(),
                job.createdBy(),
                job.finishedAt(),
                job.failure());
    }

    /**
     * The accounts that would change, by id.
     *
     * @throws ConflictException when the impact is not finished
     */
    public Page<ChangedAccount> accounts(UUID id, PageRequest page) {
        requireFinished(id);
        String after = page.after(String.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> store.changed(handle, id, after, page.limit() + 1)), ChangedAccount::account);
    }

    /**
     * What the rehearsed policies would ask for, of each account for which that is something else than now.
     *
     * @throws ConflictException when the impact is not finished
     */
    public Map<String, Care> careAfter(UUID id) {
        requireFinished(id);
        Map<String, Care> care = new HashMap<>();
        for (ChangedAccount account : jdbi.withHandle(handle -> store.changed(handle, id, null, Integer.MAX_VALUE))) {
            Map<String, @Nullable Object> after = new HashMap<>();
            for (PolicyChange change : account.policies()) {
                if ((change.policy().equals(ChangedAccount.TIER)
                                || change.policy().equals(ChangedAccount.CARE))
                        && change.after() instanceof Map<?, ?> parts) {
                    parts.forEach((name, value) -> after.put(String.valueOf(name), value));
                }
            }
            if (after.containsKey("tier") || after.containsKey("points") || after.containsKey("sponsor")) {
                care.put(
                        account.account(),
                        PortfolioDemand.changed(after.get("tier"), after.get("points"), after.get("sponsor")));
            }
        }
        return care;
    }

    private void requireFinished(UUID id) {
        JobState state = get(id).state();
        if (state != JobState.FINISHED) {
            throw new ConflictException(
                    "Impact " + id + " has no result: it is " + state.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** Asks it to end early, and to keep nothing; false when it has ended. */
    public boolean cancel(UUID id) {
        get(id);
        return jobs.ask(id, Asked.CANCEL);
    }

    /** The impact at every change, until it ends. */
    public Multi<Impact> events(UUID id) {
        get(id);
        return jobs.events(id).map(job -> get(id));
    }
}
