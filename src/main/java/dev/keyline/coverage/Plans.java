package dev.keyline.coverage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.InputError;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.job.Asked;
import dev.keyline.job.Job;
import dev.keyline.job.JobState;
import dev.keyline.job.Jobs;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Asks for coverage plans and says what became of them. */
@Singleton
public class Plans {
    private final Jdbi jdbi;
    private final Jobs jobs;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Plans(Jdbi jdbi, Jobs jobs, Clock clock) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asks for a plan in the caller's transaction; {@link #begin()} after the commit starts it at once.
     *
     * @throws BadInputException with everything that is wrong with the input
     */
    public UUID submit(Handle handle, PlanInput input, String caller) {
        return submit(handle, NewPlan.of(input), caller);
    }

    /**
     * The same for a plan that is made from another, or by hand.
     *
     * @throws BadInputException with everything that is wrong with the input
     */
    public UUID submit(Handle handle, NewPlan plan, String caller) {
        List<InputError> errors = InputCheck.errors(plan.input());
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        UUID id = ids.generate();
        jobs.submit(handle, PlanJob.KIND, id, caller);
        PlanStore.insert(handle, id, plan);
        return id;
    }

    public void begin() {
        jobs.wake();
    }

    /**
     * A plan and how far it is.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Plan get(UUID id) {
        return jdbi.withHandle(handle -> PlanStore.find(handle, id).map(row -> plan(handle, row)))
                .orElseThrow(() -> new NotFoundException("plan", id.toString()));
    }

    /** Newest first. */
    public Page<Plan> list(PageRequest page) {
        UUID before = page.after(UUID.class).orElse(null);
        List<Plan> plans = jdbi.withHandle(handle -> PlanStore.list(handle, before, page.limit() + 1).stream()
                .map(row -> plan(handle, row))
                .toList());
        return page.page(plans, Plan::id);
    }

    private Plan plan(Handle handle, PlanStore.Row row) {
        Job job = jobs.find(row.id()).orElseThrow();
        boolean finished = job.state() == JobState.FINISHED;
        Duration remaining = job.remaining(clock.instant());
        return new Plan(
                row.id(),
                row.name(),
                row.note(),
                row.revision(),
                row.origin(),
                row.parent(),
                row.policies(),
                job.state(),
                job.progress(),
                remaining == null ? null : remaining.toSeconds(),
                jobs.ahead(job),
                row.asOf(),
                row.seed(),
                row.timeLimit(),
                row.scoreLimit(),
                row.inputHash(),
                row.accounts(),
                finished ? row.score() : null,
                job.state() == JobState.RUNNING ? row.best() : null,
                finished ? row.bound() : null,
                finished ? row.gap() : null,
                finished ? PlanStore.counts(handle, row.id()) : null,
                finished ? row.busiest() : null,
                finished ? row.remark() : null,
                job.createdAt(),
                job.createdBy(),
                job.finishedAt(),
                job.failure());
    }

    /**
     * Names a plan and notes something on it.
     *
     * @param ifMatch its entity tag
     * @throws NotFoundException when there is none of this id
     */
    public void label(Handle handle, UUID id, @Nullable String ifMatch, @Nullable String name, @Nullable String note) {
        PlanMarks.requireRevision(handle, id, ifMatch);
        PlanMarks.label(handle, id, name, note);
    }

    /**
     * Who a finished plan gives the accounts to, in the order of its demand list.
     *
     * @throws ConflictException when the plan is not finished
     */
    public Page<Assignment> assignments(UUID id, Shown shown, PageRequest page) {
        requireFinished(id);
        int after = page.after(Integer.class).orElse(-1);
        return page.page(
                jdbi.withHandle(handle -> PlanStore.assignments(handle, id, shown, after, page.limit() + 1)),
                Assignment::position);
    }

    /**
     * What a finished plan asks of each person.
     *
     * @throws ConflictException when the plan is not finished
     */
    public Page<Load> loads(UUID id, PageRequest page) {
        requireFinished(id);
        int after = page.after(Integer.class).orElse(-1);
        return page.page(
                jdbi.withHandle(handle -> PlanLoads.list(handle, id, after, page.limit() + 1)), Load::position);
    }

    /**
     * Everything a plan is made from.
     *
     * @throws NotFoundException when there is none of this id
     */
    public PlanInput input(UUID id) {
        get(id);
        return jdbi.withHandle(handle -> PlanStore.input(handle, id));
    }

    /**
     * All assignments of a finished plan, in the order of its demand list.
     *
     * @throws ConflictException when the plan is not finished
     */
    public List<Assignment> everyAssignment(UUID id) {
        requireFinished(id);
        return jdbi.withHandle(handle -> PlanStore.assignments(handle, id, Shown.ALL, -1, Integer.MAX_VALUE));
    }

    /**
     * Who has what in a finished plan, by account.
     *
     * @throws ConflictException when the plan is not finished
     */
    public Map<String, Holders> holders(UUID id) {
        requireFinished(id);
        return jdbi.withHandle(handle -> PlanStore.holders(handle, id));
    }

    /**
     * All loads of a finished plan, in the order of its people.
     *
     * @throws ConflictException when the plan is not finished
     */
    public List<Load> everyLoad(UUID id) {
        requireFinished(id);
        return jdbi.withHandle(handle -> PlanLoads.list(handle, id, -1, Integer.MAX_VALUE));
    }

    /**
     * What a finished plan does with one account.
     *
     * @throws NotFoundException when it has no such account
     * @throws ConflictException when the plan is not finished
     */
    public Assignment assignment(UUID id, String account) {
        requireFinished(id);
        return jdbi.withHandle(handle -> PlanStore.assignment(handle, id, account))
                .orElseThrow(() -> new NotFoundException("account", account));
    }

    void requireFinished(UUID id) {
        Plan plan = get(id);
        if (plan.state() != JobState.FINISHED) {
            throw new ConflictException("Plan " + id + " has no result: it is "
                    + plan.state().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }

    /**
     * Ends a plan early with the best found so far.
     *
     * @throws ConflictException when it has ended
     */
    public void stop(UUID id) {
        ask(id, Asked.STOP);
    }

    /**
     * Ends a plan early and keeps nothing of it.
     *
     * @throws ConflictException when it has ended
     */
    public void cancel(UUID id) {
        ask(id, Asked.CANCEL);
    }

    private void ask(UUID id, Asked asked) {
        get(id);
        if (!jobs.ask(id, asked)) {
            throw new ConflictException("Plan " + id + " has ended already.");
        }
    }

    /** The plan at every change, until it ends. */
    public Multi<Plan> events(UUID id) {
        get(id);
        return jobs.events(id).map(job -> get(id));
    }
}
