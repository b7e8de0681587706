package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.SolverFactory;

/**
 * Published instances of the generalised assignment problem as books: an agent is an account manager, a job an account, cost
 * and weight are those of the pair, and all other prices are left out. Solved as any plan is, and by local search alone.
 *
 * <p>{@code -Dgap=<folder>} holds {@code best-known.csv} and {@code instances/}; {@code -Dinstances=d20400,e20400} names some,
 * else all of types c, d and e up to 20 × 400; {@code -Dlimit=PT60S} for each; {@code -Dplain=true} adds local search alone.
 */
class GapBenchmark {
    private static final List<String> USUAL = List.of(
            "c05100", "c10200", "c20200", "c10400", "c20400", "d05100", "d10200", "d10400", "d20400", "e05100", "e10200",
            "e20400");

    private static final class Instance {
        private final int[][] cost;
        private final int[][] weight;
        private final int[] capacity;

        private Instance(int agents, int jobs) {
            this.cost = new int[agents][jobs];
            this.weight = new int[agents][jobs];
            this.capacity = new int[agents];
        }

        static Instance read(Path file) throws IOException {
            StringTokenizer text = new StringTokenizer(Files.readString(file));
            int agents = number(text);
            int jobs = number(text);
            Instance instance = new Instance(agents, jobs);
            for (int[][] matrix : List.of(instance.cost, instance.weight)) {
                for (int[] row : matrix) {
                    fill(row, text);
                }
            }
            fill(instance.capacity, text);
            return instance;
        }

        private static void fill(int[] row, StringTokenizer text) {
            for (int k = 0; k < row.length; k++) {
                row[k] = number(text);
            }
        }

        private static int number(StringTokenizer text) {
            return Integer.parseInt(text.nextToken());
        }

        int jobs() {
            return cost[0].length;
        }

        PlanInput book(Duration limit) {
            List<Person> people = new ArrayList<>();
            List<AccountDemand> demand = new ArrayList<>();
            List<Pairing> pairings = new ArrayList<>();
            for (int agent = 0; agent < capacity.length; agent++) {
                people.add(APerson.manager("m" + agent)
                        .capacity(String.valueOf(capacity[agent]))
                        .build());
            }
            for (int job = 0; job < jobs(); job++) {
                demand.add(AnAccount.called("a" + job).points("1").build());
                for (int agent = 0; agent < capacity.length; agent++) {
                    pairings.add(new Pairing(
                            "a" + job,
                            "m" + agent,
                            null,
                            BigDecimal.valueOf(cost[agent][job]),
                            Points.of(String.valueOf(weight[agent][job]))));
                }
            }
            PlanInput plain = Books.input(demand, people);
            Map<String, Integer> weights = new HashMap<>();
            Defaults.shipped().weights().keySet().forEach(name -> weights.put(name, 0));
            weights.put(CoverageWeights.Soft.PAIR_COST, 1);
            return new PlanInput(
                    plain.asOf(),
                    demand,
                    people,
                    List.of(),
                    List.of(),
                    List.of(),
                    pairings,
                    plain.limits(),
                    Defaults.shipped().weightsWith(weights),
                    1,
                    limit,
                    null);
        }

        /** Added up from the file's numbers alone; -1 where a job is missing or an agent has too much. */
        long check(List<Assignment> assignments) {
            long sum = 0;
            int[] load = new int[capacity.length];
            for (Assignment assignment : assignments) {
                if (assignment.accountManager() == null) {
                    return -1;
                }
                int agent = Integer.parseInt(assignment.accountManager().id().substring(1));
                int job = Integer.parseInt(assignment.account().substring(1));
                sum += cost[agent][job];
                load[agent] += weight[agent][job];
            }
            for (int agent = 0; agent < load.length; agent++) {
                if (load[agent] > capacity[agent]) {
                    return -1;
                }
            }
            return assignments.size() == jobs() ? sum : -1;
        }
    }

    @Test
    void published_instances() throws IOException {
        Path folder = Path.of(System.getProperty("gap", "src/bench/resources/gap"));
        Duration limit = Duration.parse(System.getProperty("limit", "PT60S"));
        Map<String, Long> best = bestKnown(folder.resolve("best-known.csv"));
        String asked = System.getProperty("instances");
        double sum = 0;
        double worst = 0;
        List<String> names = asked == null ? USUAL : List.of(asked.split(",", -1));
        System.out.printf("%-8s %9s %9s %8s %9s %8s %7s%n", "instance", "cost", "best", "gap %", "bound", "proved %", "s");
        for (String name : names) {
            Instance instance = Instance.read(folder.resolve("instances").resolve(name));
            long known = best.getOrDefault(name, 0L);
            double gap = solved(name, instance, known, limit);
            sum += gap;
            worst = Math.max(worst, gap);
            if (Boolean.getBoolean("plain")) {
                plain(name, instance, known, limit);
            }
        }
        System.out.printf("mean gap %.3f %%, worst %.3f %%%n", sum / names.size(), worst);
    }

    private static double solved(String name, Instance instance, long known, Duration limit) {
        long start = System.nanoTime();
        SolvedPlan plan = Solving.solve(instance.book(limit));
        long cost = instance.check(plan.assignments());
        long bound = -HardMediumSoftLongScore.parseScore(plan.bound()).softScore();
        double gap = 100.0 * (cost - known) / known;
        System.out.printf(
                "%-8s %9d %9d %8.3f %9d %8.3f %7.1f%n",
                name, cost, known, gap, bound, 100.0 * (cost - bound) / bound, (System.nanoTime() - start) / 1e9);
        return gap;
    }

    /** The same local search from a plan in which every account is with the first manager who has room. */
    private static void plain(String name, Instance instance, long known, Duration limit) {
        PlanInput input = instance.book(limit);
        CoverageSolution solution = new CoverageProblem(input).solution();
        CoverageSolution solved = SolverFactory.<CoverageSolution>create(
                        Planner.configuration(input, limit, new Bound(0, 0)))
                .buildSolver()
                .solve(solution);
        HardMediumSoftLongScore score = solved.score();
        long cost = score == null ? -1 : -score.softScore();
        System.out.printf("%-8s %9d %9d %8.3f  local search alone, %s%n", name, cost, known, 100.0 * (cost - known) / known, score);
    }

    private static Map<String, Long> bestKnown(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Map<String, Long> best = new HashMap<>();
            lines.skip(1).map(line -> line.split(",", -1)).forEach(row -> best.put(row[0], Long.parseLong(row[5])));
            return best;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
