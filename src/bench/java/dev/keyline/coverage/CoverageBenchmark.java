package dev.keyline.coverage;

import dev.keyline.coverage.assign.Assigner;
import dev.keyline.coverage.assign.AssignmentProblem;
import dev.keyline.coverage.assign.WholeModel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * Solves generated books and prints what came out of them, beside CP-SAT and HiGHS on the same model of the manager seats.
 * {@code -Dlimit=PT60S} sets the time limit of each, {@code -Dbooks=1000x50x20,…} the books as accounts, managers, executives,
 * {@code -Dpeers=false} leaves out the others.
 */
class CoverageBenchmark {
    private static final BigDecimal HALF_A_PERCENT = new BigDecimal("0.005");

    @Test
    void books_of_growing_size() {
        Duration limit = Duration.parse(System.getProperty("limit", "PT60S"));
        boolean peers = Boolean.parseBoolean(System.getProperty("peers", "true"));
        for (String book : System.getProperty("books", "1000x50x20,10000x500x100,50000x2000x400").split(",", -1)) {
            int[] size = Arrays.stream(book.split("x", -1)).mapToInt(Integer::parseInt).toArray();
            PlanInput input = Books.running(Books.generated(size[0], size[1], size[2], 1), 1, limit, null);
            feasible(book, input);
            solved(book, input);
            if (peers) {
                AssignmentProblem problem = managers(input).problem();
                for (String peer : List.of("CP-SAT", "HiGHS")) {
                    System.out.printf("%-16s %-8s %s%n", book, peer, WholeModel.solve(peer, problem, limit));
                }
            }
        }
    }

    /** When the first plan that keeps every limit and leaves nothing open avoidably is there. */
    private static void feasible(String book, PlanInput input) {
        long start = System.nanoTime();
        ManagerProblem managers = managers(input);
        AssignmentProblem problem = managers.problem();
        double built = seconds(start);
        double[] first = {Double.NaN};
        boolean[] there = new boolean[1];
        Assigner.Settings settings =
                new Assigner.Settings(input.timeLimit().toSeconds(), 2, false, 1, 0, input.timeLimit().toSeconds());
        Assigner.solve(
                problem,
                managers.start(ManagerSeat::present),
                settings,
                (best, bound, agents) -> {
                    if (!there[0] && best.open() <= bound.open()) {
                        there[0] = true;
                        first[0] = seconds(start);
                    }
                },
                () -> there[0]);
        System.out.printf(
                "%-16s %,d pairs, made in %.1f s; first plan with nothing open after %.1f s%n",
                book, problem.pairs(), built, first[0]);
    }

    private static void solved(String book, PlanInput input) {
        long start = System.nanoTime();
        double[] half = {Double.NaN};
        SolvedPlan plan = Solving.solve(input, best -> {
            BigDecimal gap = best.gap();
            if (Double.isNaN(half[0]) && gap != null && gap.compareTo(HALF_A_PERCENT) <= 0) {
                half[0] = seconds(start);
            }
        });
        BigDecimal last = plan.gap();
        if (Double.isNaN(half[0]) && last != null && last.compareTo(HALF_A_PERCENT) <= 0) {
            half[0] = seconds(start);
        }
        List<String> broken = PlanChecker.broken(input, plan);
        System.out.printf(
                "%-16s Keyline  %s, bound %s, gap %s in %.1f s; within 0.5 %% %s; %s; heap at most %,d MB%n",
                book,
                plan.score(),
                plan.bound(),
                percent(plan.gap()),
                seconds(start),
                Double.isNaN(half[0]) ? "not reached" : "after %.1f s".formatted(half[0]),
                broken.isEmpty() ? "feasible" : "BROKEN " + broken,
                peakHeap() >> 20);
    }

    private static ManagerProblem managers(PlanInput input) {
        CoverageProblem problem = new CoverageProblem(input);
        return new ManagerProblem(problem.solution(), problem.rates());
    }

    private static String percent(@Nullable BigDecimal gap) {
        return gap == null ? "-" : gap.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
