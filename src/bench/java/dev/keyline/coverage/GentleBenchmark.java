package dev.keyline.coverage;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One manager of 500 leaves a book of 10,000 accounts: prints how long the re-plan takes and whose accounts move. */
class GentleBenchmark {
    @Test
    void one_manager_of_500_leaves() throws InterruptedException {
        PlanInput settled = Books.settled(Books.generated(10_000, 500, 100, 1));
        System.out.printf(
                "%-8s %8s %8s %8s %10s %10s %8s  %s%n",
                "leaver", "limit", "total s", "theirs", "moved", "uncovered", "others", "score");
        for (String leaver : List.of("m7", "m123", "m401")) {
            for (Duration limit : List.of(Duration.ofSeconds(2), Duration.ofSeconds(4))) {
                measure(settled, leaver, limit);
            }
        }
    }

    private static void measure(PlanInput settled, String leaver, Duration limit) throws InterruptedException {
        PlanInput input = Books.replanning(
                Books.running(Books.leaving(settled, leaver), 1, limit, null), new Replanning(true, List.of(), null));
        Set<String> theirs = new HashSet<>();
        settled.demand().stream()
                .filter(account -> leaver.equals(account.accountManager()))
                .forEach(account -> theirs.add(account.id()));
        long start = System.nanoTime();
        SolvedPlan plan = new GentlePlanner(new Planner())
                .solve(input, Map.of(), Solving.TO_THE_END)
                .plan();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-8s %8s %8.2f %8d %10d %10d %8d  %s%n",
                leaver,
                limit,
                seconds,
                theirs.size(),
                plan.assignments().stream().filter(Assignment::moved).count(),
                plan.assignments().stream()
                        .filter(assignment -> assignment.accountManager() == null)
                        .count(),
                plan.assignments().stream()
                        .filter(assignment -> assignment.moved() && !theirs.contains(assignment.account()))
                        .count(),
                plan.score());
        plan.assignments().stream()
                .filter(assignment -> assignment.moved() && !theirs.contains(assignment.account()))
                .limit(5)
                .forEach(assignment -> System.out.println("    " + assignment.account() + ": " + assignment.reason()));
    }
}
