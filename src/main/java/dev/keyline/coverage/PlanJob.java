package dev.keyline.coverage;

import dev.keyline.job.Asked;
import dev.keyline.job.JobHandler;
import dev.keyline.job.JobRun;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Solves a plan from its stored input and stores the result as a whole; after a restart from the best it had found, in what
 * was left of its time.
 */
@Singleton
class PlanJob implements JobHandler {
    static final String KIND = "plan";

    private final Jdbi jdbi;
    private final GentlePlanner planner;
    private final Clock clock;

    @Inject
    PlanJob(Jdbi jdbi, GentlePlanner planner, Clock clock) {
        this.jdbi = jdbi;
        this.planner = planner;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws InterruptedException {
        PlanInput input = jdbi.withHandle(handle -> PlanStore.input(handle, run.id()));
        double done = run.done();
        Duration left = Duration.ofMillis(Math.round(input.timeLimit().toMillis() * (1 - done)));
        Map<String, Holders> start = jdbi.withHandle(handle -> PlanMarks.start(handle, run.id()));
        PlanOrigin origin = jdbi.withHandle(handle -> PlanStore.find(handle, run.id()))
                .orElseThrow()
                .origin();
        GentlePlanner.Result result = origin == PlanOrigin.SOLVED
                ? planner.solve(input.within(left), start, watch(run, done))
                : new GentlePlanner.Result(GivenPlan.judged(input, start), null);
        if (run.asked() != Asked.CANCEL) {
            jdbi.useTransaction(handle -> {
                PlanStore.solved(handle, run.id(), result.plan(), clock.instant());
                PlanMarks.remark(handle, run.id(), result.remark());
            });
        }
    }

    private Planner.Watch watch(JobRun run, double done) {
        return new Planner.Watch() {
            @Override
            public boolean enough() {
                return run.asked() != Asked.NOTHING;
            }

            @Override
            public void progress(double fraction) {
                run.progress(done + (1 - done) * fraction);
            }

            @Override
            public void better(Planner.SoFar best, Map<String, Holders> holders) {
                jdbi.useHandle(handle -> PlanMarks.best(handle, run.id(), best, holders));
            }
        };
    }
}
