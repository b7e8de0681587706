package dev.keyline.coverage;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void all() throws Exception { main(); }
    public static void main(String... a) throws Exception {
        run("aw", Books.running(Books.adventureWorks(), 1, Duration.ofSeconds(100), 400_000L));
        run("1000x50", Books.running(Books.generated(1000, 50, 20, 1), 1, Duration.ofSeconds(100), 400_000L));
        run("10000x500", Books.running(Books.generated(10000, 500, 100, 1), 1, Duration.ofSeconds(30), 1L));
        run("10000x500", Books.running(Books.generated(10000, 500, 100, 1), 1, Duration.ofSeconds(100), 400_000L));
    }

    private static void run(String name, PlanInput input) throws Exception {
        long t = System.nanoTime();
        SolvedPlan plan = new Planner().solve(input, new Planner.Watch() {
            @Override
            public boolean enough() {
                return false;
            }

            @Override
            public void progress(double fraction) {}
        });
        { CoverageProblem q=new CoverageProblem(input); int noOptions=0; for (ManagerSeat m: q.solution().managerSeats()) if (m.present()!=null && !m.eligible().contains(m.present())) noOptions++; System.out.println("present not eligible "+noOptions+" of "+q.solution().managerSeats().size()); }
        System.out.printf(
                "%s %.1fs %s %s moved=%d uncovered=%d%n",
                name,
                (System.nanoTime() - t) / 1e9,
                plan.score(),
                plan.busiest(),
                plan.assignments().stream().filter(Assignment::moved).count(),
                plan.assignments().stream()
                        .filter(a -> a.accountManager() == null)
                        .count());
        plan.assignments().stream()
                .filter(a -> a.reason() != null)
                .limit(5)
                .forEach(a -> System.out.println(a.account() + " " + a.reason()));
    }
}
