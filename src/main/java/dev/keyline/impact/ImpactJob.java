package dev.keyline.impact;

import dev.keyline.http.ConflictException;
import dev.keyline.job.Asked;
import dev.keyline.job.JobHandler;
import dev.keyline.job.JobRun;
import dev.keyline.policy.Policies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Carries a rehearsal out; one that was interrupted begins anew. */
@Singleton
class ImpactJob implements JobHandler {
    static final String KIND = "impact";

    private static final Duration CALLERS_LOOKED_AT = Duration.ofDays(30);
    private static final double ACCOUNTS_SHARE = 0.8;
    private static final double CALLERS_SHARE = 0.95;

    private final Jdbi jdbi;
    private final Policies policies;
    private final ImpactStore store;
    private final PortfolioRehearsal portfolio;
    private final StaffingRehearsal staffing;
    private final CallersReplay callers;

    @Inject
    ImpactJob(
            Jdbi jdbi,
            Policies policies,
            ImpactStore store,
            PortfolioRehearsal portfolio,
            StaffingRehearsal staffing,
            CallersReplay callers) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.store = store;
        this.portfolio = portfolio;
        this.staffing = staffing;
        this.callers = callers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws InterruptedException {
        jdbi.useTransaction(handle -> ImpactStore.clear(handle, run.id()));
        ImpactStore.Row impact =
                jdbi.withHandle(handle -> store.find(handle, run.id())).orElseThrow();
        ImpactStore.Result result = result(run, impact);
        if (run.asked() == Asked.CANCEL) {
            jdbi.useTransaction(handle -> ImpactStore.clear(handle, run.id()));
        } else {
            jdbi.useTransaction(handle -> store.finished(handle, run.id(), result));
        }
    }

    private ImpactStore.Result result(JobRun run, ImpactStore.Row impact) throws InterruptedException {
        Scope scope = impact.asked().scope();
        TwoSets sets = TwoSets.of(policies, impact.asOf(), impact.asked().texts());
        Scope.Period period = scope.decisions();
        if (period != null) {
            return new ImpactStore.Result(null, null, null, callers.run(run, sets, period, 0, 1));
        }
        PortfolioRehearsal.Outcome accounts = portfolio.run(run, sets, scope, impact.asOf(), ACCOUNTS_SHARE);
        CallersImpact answered = callers.run(
                run,
                sets,
                new Scope.Period(impact.asOf().minus(CALLERS_LOOKED_AT), impact.asOf()),
                ACCOUNTS_SHARE,
                CALLERS_SHARE);
        StaffingImpact people = null;
        String problem = null;
        if (run.asked() == Asked.NOTHING) {
            try {
                people = staffing.run(
                        run, accounts, impact.asOf(), impact.asked().replan());
            } catch (ConflictException noReviewYet) {
                problem = noReviewYet.getMessage();
            }
        }
        return new ImpactStore.Result(accounts.impact(), people, problem, answered);
    }
}
