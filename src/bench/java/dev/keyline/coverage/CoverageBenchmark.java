package dev.keyline.coverage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Solves books of growing size and prints what came out; {@code -Dlimit=PT60S} sets the time limit of each (PT30S). */
class CoverageBenchmark {
    private record Measured(String book, PlanInput input) {}

    @Test
    void books_of_growing_size() {
        Duration limit = Duration.parse(System.getProperty("limit", "PT30S"));
        System.out.printf(
                "%-16s %8s %8s %10s %8s %8s %8s %8s  %s%n",
                "book", "filled s", "total s", "uncovered", "moved", "busiest", "bound", "gap %", "score");
        for (Measured measured : List.of(
                new Measured("AdventureWorks", Books.adventureWorks()),
                new Measured("1,000 x 50", Books.generated(1_000, 50, 20, 1)),
                new Measured("10,000 x 500", Books.generated(10_000, 500, 100, 1)))) {
            measure(measured.book(), measured.input(), limit);
        }
    }

    private static void measure(String book, PlanInput input, Duration limit) {
        long start = System.nanoTime();
        new CoverageProblem(input).solution();
        double filled = seconds(start);
        start = System.nanoTime();
        SolvedPlan plan = Solving.solve(Books.running(input, 1, limit, null));
        Busiest busiest = plan.busiest();
        System.out.printf(
                "%-16s %8.2f %8.1f %10d %8d %8s %8s %8s  %s%n",
                book,
                filled,
                seconds(start),
                plan.assignments().stream()
                        .filter(assignment -> assignment.accountManager() == null)
                        .count(),
                plan.assignments().stream().filter(Assignment::moved).count(),
                busiest == null ? "-" : busiest.utilisation(),
                busiest == null ? "-" : busiest.bound(),
                busiest == null ? "-" : busiest.gap().multiply(BigDecimal.valueOf(100)).stripTrailingZeros().toPlainString(),
                plan.score());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
