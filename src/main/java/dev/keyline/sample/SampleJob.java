package dev.keyline.sample;

import com.fasterxml.uuid.Generators;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.coverage.Book;
import dev.keyline.coverage.Defaults;
import dev.keyline.coverage.DemandSource;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.PlanOrigin;
import dev.keyline.coverage.Plans;
import dev.keyline.job.Job;
import dev.keyline.job.JobHandler;
import dev.keyline.job.JobRun;
import dev.keyline.job.JobState;
import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import dev.keyline.portfolio.imports.ImportReport;
import dev.keyline.portfolio.imports.PortfolioImport;
import dev.keyline.review.Reviews;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills an empty service with the sample portfolio, at its first start only. It is a job like others, so a kill half-way
 * costs nothing: taking the files again changes nothing, and what comes after is asked for again.
 */
@Singleton
class SampleJob implements JobHandler {
    private static final Logger LOG = Logger.getLogger(SampleJob.class);
    private static final String KIND = "sample";
    private static final String CALLER = "sample";
    private static final Duration SOLVE = Duration.ofSeconds(10);

    private final Jdbi jdbi;
    private final Jobs jobs;
    private final PortfolioImport imports;
    private final Reviews reviews;
    private final Plans plans;
    private final DemandSource demand;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final boolean wanted;

    @Inject
    SampleJob(
            Jdbi jdbi,
            Jobs jobs,
            PortfolioImport imports,
            Reviews reviews,
            Plans plans,
            DemandSource demand,
            BusinessTime businessTime,
            Clock clock,
            @ConfigProperty(name = "keyline.sample") boolean wanted) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.imports = imports;
        this.reviews = reviews;
        this.plans = plans;
        this.demand = demand;
        this.businessTime = businessTime;
        this.clock = clock;
        this.wanted = wanted;
    }

    void start(@Observes @Priority(Policies.STARTUP_PRIORITY + 10) StartupEvent event) {
        if (!wanted) {
            return;
        }
        jdbi.useTransaction(handle -> {
            handle.execute("lock table job in share row exclusive mode"); // of two replicas one asks
            boolean empty = handle.createQuery(
                            "select not exists (select 1 from account) and not exists (select 1 from job where kind = :kind)")
                    .bind("kind", KIND)
                    .mapTo(Boolean.class)
                    .one();
            if (empty) {
                jobs.submit(handle, KIND, Generators.timeBasedEpochGenerator().generate(), CALLER);
            }
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        ImportReport report = imports.run(SampleFiles.read(), imports.mapping("sample"), CALLER);
        if (report.rejected() > 0) {
            throw new IllegalStateException(
                    "the sample has " + report.rejected() + " bad rows, see import " + report.id());
        }
        LOG.info("sample portfolio taken in");
        run.progress(0.4);

        UUID review = jdbi.inTransaction(handle -> reviews.submit(handle, null, CALLER));
        waitFor(review);
        LOG.info("sample portfolio reviewed");
        run.progress(0.7);

        UUID plan = jdbi.inTransaction(handle -> plans.submit(handle, newPlan(), CALLER));
        waitFor(plan);
        LOG.infof("sample portfolio planned: %s", plans.get(plan).score());
    }

    private NewPlan newPlan() {
        LocalDate today = businessTime.dayOf(clock.instant());
        Book book = demand.book(today);
        Defaults shipped = Defaults.shipped();
        PlanInput input = new PlanInput(
                today,
                book.demand(),
                book.people(),
                List.of(),
                book.pins(),
                List.of(),
                List.of(),
                shipped.limits(),
                shipped.weightsWith(Map.of()),
                0,
                SOLVE,
                null);
        return new NewPlan(input, PlanOrigin.SOLVED, null, "First plan", null, Map.of(), book.policies());
    }

    private void waitFor(UUID id) {
        jobs.wake();
        Job ended = jobs.events(id).collect().last().await().indefinitely();
        if (ended.state() != JobState.FINISHED) {
            throw new IllegalStateException(
                    ended.kind() + " " + id + " of the sample " + ended.state() + ": " + ended.failure());
        }
    }
}
