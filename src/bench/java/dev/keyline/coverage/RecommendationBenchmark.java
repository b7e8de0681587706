package dev.keyline.coverage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Recommends managers in a plan of 10,000 accounts and 500 managers and prints how long each answer takes. */
class RecommendationBenchmark {
    private static final int ROUNDS = 200;

    @Test
    void recommendations_without_a_solve() {
        PlanInput input = Books.generated(10_000, 500, 100, 1);
        CoverageSolution filled = new CoverageProblem(input).solution();
        Map<String, Holders> holders = new HashMap<>();
        for (ManagerSeat seat : filled.managerSeats()) {
            Candidate manager = seat.manager();
            holders.put(
                    seat.account().id(),
                    new Holders(manager == null ? null : manager.person().id(), null));
        }
        String text = PlanText.write(input);

        long start = System.nanoTime();
        SeatedBook book = new SeatedBook(PlanText.read(text), holders);
        System.out.printf("the plan read and seated %28.0f ms%n", milliseconds(start));

        Ranking ranking = new Ranking(book, book.holdings(), null);
        measure("one account", ROUNDS, i -> {
            ManagerSeat seat = book.solution().managerSeats().get(i * 37 % 10_000);
            ranking.options(seat, ranking.able(seat), 10);
            ranking.unable(seat);
        });
        measure("a new account that anybody may hold", ROUNDS, i -> {
            AccountDemand any = AnAccount.called("new").points("3").build();
            ManagerSeat seat = book.problem().managerSeat(Integer.MAX_VALUE, any);
            ranking.options(seat, ranking.able(seat), 10);
            ranking.unable(seat);
        });
        measure("all accounts of one who leaves", 50, i -> {
            Candidate leaver = book.solution().candidates().get(i * 7);
            Ranking without = new Ranking(book, book.holdings(), leaver);
            Ranking.proposals(book, book.heldBy(leaver), leaver);
            for (ManagerSeat seat : book.heldBy(leaver)) {
                without.options(seat, without.able(seat), 10);
                without.unable(seat);
            }
        });
        measure("one more head in each region", 5, i -> NewHead.of(book));
        measure("the score by constraint", 5, i -> PlanJudge.judge(book.solution(), input.weights()));
    }

    private static void measure(String what, int rounds, IntConsumer answer) {
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            answer.accept(i);
            times[i] = milliseconds(start);
        }
        Arrays.sort(times);
        System.out.printf(
                "%-40s median %8.1f ms, 95 of 100 within %8.1f ms, worst %8.1f ms%n",
                what, times[rounds / 2], times[rounds * 95 / 100], times[rounds - 1]);
    }

    private static double milliseconds(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
