package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringTokenizer;

/** An instance of the generalised assignment problem, published or generated, and the book that it is. */
final class GapInstance {
    private final int[][] cost;
    private final int[][] weight;
    private final int[] capacity;

    private GapInstance(int agents, int jobs) {
        this.cost = new int[agents][jobs];
        this.weight = new int[agents][jobs];
        this.capacity = new int[agents];
    }

    /** As published: agents, jobs, costs and weights by agent, then capacities. */
    static GapInstance read(Path file) throws IOException {
        StringTokenizer text = new StringTokenizer(Files.readString(file));
        int agents = number(text);
        int jobs = number(text);
        GapInstance instance = new GapInstance(agents, jobs);
        for (int[][] matrix : List.of(instance.cost, instance.weight)) {
            for (int[] row : matrix) {
                fill(row, text);
            }
        }
        fill(instance.capacity, text);
        return instance;
    }

    /**
     * One by the recipe of the published ones of a type: c of Chu and Beasley (A genetic algorithm for the generalised
     * assignment problem, 1997), d the same, e of Laguna, Kelly, González-Velarde and Glover (Tabu search for the multilevel
     * generalized assignment problem, 1995). Room is eight tenths of what an agent would hold of an even part of all jobs.
     *
     * @param name as in d40400:1: type, two digits of agents, jobs, seed
     */
    static GapInstance generated(String name) {
        int colon = name.indexOf(':');
        int agents = Integer.parseInt(name.substring(1, 3));
        int jobs = Integer.parseInt(name.substring(3, colon));
        SplittableRandom random = new SplittableRandom(Long.parseLong(name.substring(colon + 1)));
        GapInstance instance = new GapInstance(agents, jobs);
        for (int agent = 0; agent < agents; agent++) {
            long weights = 0;
            for (int job = 0; job < jobs; job++) {
                instance.draw(name.charAt(0), agent, job, random);
                weights += instance.weight[agent][job];
            }
            instance.capacity[agent] = (int) (weights * 8 / (10L * agents));
        }
        return instance;
    }

    private void draw(char type, int agent, int job, SplittableRandom random) {
        switch (type) {
            case 'c' -> {
                weight[agent][job] = random.nextInt(5, 26);
                cost[agent][job] = random.nextInt(10, 51);
            }
            case 'd' -> {
                weight[agent][job] = random.nextInt(1, 101);
                cost[agent][job] = 111 - weight[agent][job] + random.nextInt(-10, 11);
            }
            case 'e' -> {
                double heavy = 1 - 10 * Math.log(1 - random.nextDouble());
                weight[agent][job] = (int) heavy;
                cost[agent][job] = (int) Math.round(1000 / heavy - 10 * random.nextDouble());
            }
            default -> throw new IllegalArgumentException("type " + type);
        }
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
