package dev.keyline.coverage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * Solves a plan that must not change more than asked. Whatever is to stay is kept from the solver, so that nothing else
 * can move, however long or short it works. The plan's bound is that of the plans in which all of this stays.
 */
@Singleton
public class GentlePlanner {
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final Planner planner;

    @Inject
    GentlePlanner(Planner planner) {
        this.planner = planner;
    }

    /**
     * What came out.
     *
     * @param remark what the limit on changes costs, in a sentence; null: nothing, or there is none
     */
    public record Result(SolvedPlan plan, @Nullable String remark) {}

    /**
     * Solves, once or several times within the time limit.
     *
     * @param input that {@link InputCheck} finds nothing wrong with
     * @param start who has the accounts at the beginning, by account; empty: whoever has them today
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Result solve(PlanInput input, Map<String, Holders> start, Planner.Watch watch) throws InterruptedException {
        Replanning asked = input.replanning();
        return asked == null
                ? new Result(planner.solve(input, List.of(), start, watch), null)
                : new Run(input, asked, start, watch).result();
    }

    private final class Run {
        private final PlanInput input;
        private final Replanning asked;
        private final Map<String, Holders> start;
        private final Planner.Watch asAWhole;
        private final MustMove must;
        private final long beganAt = System.nanoTime();

        Run(PlanInput input, Replanning asked, Map<String, Holders> start, Planner.Watch watch) {
            this.input = input;
            this.asked = asked;
            this.start = start;
            this.asAWhole = asAWhole(watch);
            this.must = new MustMove(input);
        }

        Result result() throws InterruptedException {
            SolvedPlan plan = asked.onlyWhatMustMove() ? whatMust() : solve(everybody(), 2);
            Integer most = asked.maxMoves();
            if (most == null || moved(plan).size() <= most) {
                return new Result(explained(judged(plan)), null);
            }
            SolvedPlan few = judged(solve(best(plan, most), 1));
            return new Result(explained(few), remark(judged(plan), few, most));
        }

        private SolvedPlan whatMust() throws InterruptedException {
            Set<String> free = new HashSet<>(must.all());
            free.addAll(asked.mayMove());
            SolvedPlan plan = fewer(solve(free, 4));
            Set<String> uncovered = accounts(plan, assignment -> assignment.accountManager() == null);
            uncovered.retainAll(free);
            if (uncovered.isEmpty()) {
                return plan;
            }
            Set<String> wide = new HashSet<>(free);
            wide.addAll(must.besideThose(uncovered));
            SolvedPlan roomier = solve(wide, 2);
            if (uncovered(roomier) >= uncovered(plan)) {
                return plan;
            }
            Set<String> kept = best(roomier, Integer.MAX_VALUE);
            kept.addAll(free);
            return kept.containsAll(moved(roomier)) ? roomier : better(roomier, solve(kept, 1));
        }

        /** Who holds too much gives away no more than that: what a plan moves beyond stays. */
        private SolvedPlan fewer(SolvedPlan plan) throws InterruptedException {
            Set<String> crowded = moved(plan);
            crowded.retainAll(must.crowded().keySet());
            asked.mayMove().forEach(crowded::remove);
            Set<String> back = reasons(plan).takeBack(crowded);
            if (back.isEmpty()) {
                return plan;
            }
            Set<String> free = new HashSet<>(must.forced().keySet());
            free.addAll(must.open());
            free.addAll(asked.mayMove());
            free.addAll(crowded);
            free.removeAll(back);
            return better(plan, solve(free, 3));
        }

        private static SolvedPlan better(SolvedPlan roomier, SolvedPlan gentler) {
            return uncovered(gentler) <= uncovered(roomier) ? gentler : roomier;
        }

        /** Those that have to move, and of the others that do and pay for it the ones that pay most: so many in all. */
        private Set<String> best(SolvedPlan plan, int most) {
            MoveReasons reasons = reasons(plan);
            Set<String> best = new HashSet<>(must.forced().keySet());
            best.addAll(must.open());
            Map<String, Long> worth = moved(plan).stream()
                    .filter(account -> !must.forced().containsKey(account))
                    .collect(Collectors.toMap(account -> account, reasons::worth));
            worth.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                    .limit(Math.max(0, (long) most - must.forced().size()))
                    .forEach(entry -> best.add(entry.getKey()));
            return best;
        }

        private Set<String> everybody() {
            return input.demand().stream().map(AccountDemand::id).collect(Collectors.toSet());
        }

        /** Several solves are one to whoever watches. */
        private Planner.Watch asAWhole(Planner.Watch watch) {
            return new Planner.Watch() {
                @Override
                public boolean enough() {
                    return watch.enough();
                }

                @Override
                public void progress(double fraction) {
                    watch.progress(Math.min(
                            1,
                            (System.nanoTime() - beganAt)
                                    / (double) input.timeLimit().toNanos()));
                }

                @Override
                public void better(Planner.SoFar best, Map<String, Holders> holders) {
                    watch.better(best, holders);
                }
            };
        }

        /** @param parts into how many the time that is left is divided; the solve gets one */
        private SolvedPlan solve(Set<String> free, int parts) throws InterruptedException {
            Duration left = input.timeLimit()
                    .minusNanos(System.nanoTime() - beganAt)
                    .dividedBy(parts)
                    .truncatedTo(ChronoUnit.MILLIS);
            Duration limit = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
            return planner.solve(input.within(limit), must.keptBut(free), start, asAWhole);
        }

        /** As the input has it: what was kept for this solve alone is not shown as pinned. */
        private SolvedPlan judged(SolvedPlan plan) {
            return GivenPlan.judged(input, Holders.of(plan.assignments())).proved(plan.bound(), plan.gap());
        }

        private MoveReasons reasons(SolvedPlan plan) {
            return new MoveReasons(input, must, plan.assignments());
        }

        private SolvedPlan explained(SolvedPlan plan) {
            MoveReasons reasons = reasons(plan);
            return plan.with(plan.assignments().stream().map(reasons::explained).toList());
        }

        private static String remark(SolvedPlan free, SolvedPlan few, int most) {
            String moves = "With at most %d of the %d moves that are best, "
                    .formatted(most, moved(free).size());
            long uncovered = uncovered(few) - uncovered(free);
            if (uncovered > 0) {
                return moves + uncovered + " more accounts have no manager.";
            }
            long soft = HardMediumSoftLongScore.parseScore(free.score()).softScore()
                    - HardMediumSoftLongScore.parseScore(few.score()).softScore();
            return moves
                    + "all that can be covered is, and the plan costs %,d more a year."
                            .formatted(Math.max(0, soft) / 100);
        }

        private static long uncovered(SolvedPlan plan) {
            return accounts(plan, assignment -> assignment.accountManager() == null)
                    .size();
        }

        private static Set<String> moved(SolvedPlan plan) {
            return accounts(plan, Assignment::moved);
        }

        private static Set<String> accounts(SolvedPlan plan, Predicate<Assignment> which) {
            return plan.assignments().stream()
                    .filter(which)
                    .map(Assignment::account)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
