package dev.keyline.impact;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.Book;
import dev.keyline.coverage.Defaults;
import dev.keyline.coverage.DemandSource;
import dev.keyline.coverage.InputCheck;
import dev.keyline.coverage.Pin;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.Planner;
import dev.keyline.coverage.Seat;
import dev.keyline.coverage.Staffing;
import dev.keyline.http.InputError;
import dev.keyline.job.Asked;
import dev.keyline.job.JobRun;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what rehearsed outcomes ask of people against what is asked now. */
@Singleton
class StaffingRehearsal {
    private static final Duration REPLAN_TIME_LIMIT = Duration.ofSeconds(10);

    private final DemandSource demand;
    private final Planner planner;
    private final BusinessTime businessTime;

    @Inject
    StaffingRehearsal(DemandSource demand, Planner planner, BusinessTime businessTime) {
        this.demand = demand;
        this.planner = planner;
        this.businessTime = businessTime;
    }

    /**
     * Compares the book with what the drafts would make of it.
     *
     * @throws dev.keyline.http.ConflictException before the first review has finished
     */
    StaffingImpact run(JobRun run, PortfolioRehearsal.Outcome outcome, Instant asOf, boolean replan)
            throws InterruptedException {
        LocalDate day = businessTime.dayOf(asOf);
        Book book = demand.book(day);
        Book after = book.with(outcome.careAfter());
        Staffing now = Staffing.of(book.with(outcome.careBefore()), day);
        Staffing then = Staffing.of(after, day);
        return new StaffingImpact(
                needs(now, then),
                overloaded(now, then),
                now.sponsorsMissing().size(),
                then.sponsorsMissing().size(),
                replan ? replan(run, after, outcome.careAfter().keySet(), day) : null);
    }

    /** Both list the same regions and people in the same order: only what is asked differs. */
    private static List<StaffingImpact.Need> needs(Staffing now, Staffing then) {
        List<StaffingImpact.Need> needs = new ArrayList<>();
        for (int i = 0; i < now.needs().size(); i++) {
            Staffing.Need before = now.needs().get(i);
            needs.add(new StaffingImpact.Need(
                    before.region(),
                    before.role(),
                    before.asked(),
                    then.needs().get(i).asked(),
                    before.available()));
        }
        return needs;
    }

    private static List<StaffingImpact.Overloaded> overloaded(Staffing now, Staffing then) {
        List<StaffingImpact.Overloaded> overloaded = new ArrayList<>();
        for (int i = 0; i < now.managers().size(); i++) {
            Staffing.Held before = now.managers().get(i);
            Staffing.Held after = then.managers().get(i);
            if (before.over() || after.over()) {
                overloaded.add(new StaffingImpact.Overloaded(
                        before.manager(), before.load(), after.load(), before.capacity()));
            }
        }
        return overloaded;
    }

    private StaffingImpact.Replan replan(JobRun run, Book book, Set<String> free, LocalDate day)
            throws InterruptedException {
        PlanInput input = input(book, free, day);
        List<InputError> errors = InputCheck.errors(input);
        if (!errors.isEmpty()) {
            String problem = errors.stream()
                    .map(error -> error.pointer() + " " + error.message())
                    .collect(Collectors.joining("; "));
            return new StaffingImpact.Replan(free.size(), 0, 0, 0, problem);
        }
        List<Assignment> assignments = planner
                .solve(input, new Planner.Watch() {
                    @Override
                    public boolean enough() {
                        return run.asked() != Asked.NOTHING;
                    }

                    @Override
                    public void progress(double fraction) {
                        // the last and shortest part of the job
                    }
                })
                .assignments()
                .stream()
                .filter(assignment -> free.contains(assignment.account()))
                .toList();
        return new StaffingImpact.Replan(
                free.size(),
                count(assignments.stream().filter(Assignment::moved)),
                count(assignments.stream().filter(assignment -> assignment.accountManager() == null)),
                count(assignments.stream().filter(Assignment::sponsorMissing)),
                null);
    }

    private static int count(java.util.stream.Stream<Assignment> assignments) {
        return Math.toIntExact(assignments.count());
    }

    /** Standing pins rather than a caller's: what is over capacity today is let go and said so, not refused. */
    private static PlanInput input(Book book, Set<String> free, LocalDate day) {
        List<Pin> pins = new ArrayList<>();
        for (AccountDemand account : book.demand()) {
            if (!free.contains(account.id())) {
                if (account.accountManager() != null) {
                    pins.add(new Pin(account.id(), Seat.ACCOUNT_MANAGER, account.accountManager()));
                }
                if (account.sponsor() != null && account.sponsorNeeded()) {
                    pins.add(new Pin(account.id(), Seat.EXECUTIVE_SPONSOR, account.sponsor()));
                }
            }
        }
        book.pins().stream().filter(pin -> free.contains(pin.account())).forEach(pins::add);
        return new PlanInput(
                day,
                book.demand(),
                book.people(),
                List.of(),
                pins,
                List.of(),
                List.of(),
                Defaults.shipped().limits(),
                Defaults.shipped().weightsWith(Map.of()),
                0,
                REPLAN_TIME_LIMIT,
                null);
    }
}
