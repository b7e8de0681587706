package dev.keyline.coverage;

import dev.keyline.job.Asked;
import dev.keyline.job.JobHandler;
import dev.keyline.job.JobRun;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Solves a plan from its stored input, from the beginning again after a restart, and stores the result as a whole. */
@Singleton
class PlanJob implements JobHandler {
    static final String KIND = "plan";

    private final Jdbi jdbi;
    private final Planner planner;
    private final Clock clock;

    @Inject
    PlanJob(Jdbi jdbi, Planner planner, Clock clock) {
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
        SolvedPlan solved = planner.solve(input, new Planner.Watch() {
            @Override
            public boolean enough() {
                return run.asked() != Asked.NOTHING;
            }

            @Override
            public void progress(double fraction) {
                run.progress(fraction);
            }
        });
        if (run.asked() != Asked.CANCEL) {
            jdbi.useTransaction(handle -> PlanStore.solved(handle, run.id(), solved, clock.instant()));
        }
    }
}
