package dev.keyline.coverage.assign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Solves assignment problems: bound, first assignment, knapsacks or annealing, then neighbourhoods, until time is up. */
public final class Assigner {
    /**
     * How long and how a problem is worked on.
     *
     * @param seconds at most
     * @param threads at least 1; more than one is never the same twice
     * @param counted whether steps are counted as seconds, one thread working, so that the same seed gives the same result
     *     on every machine; else the wall clock counts
     * @param tolerance the proved gap, as a part of the cost, at which to end early
     * @param patience seconds without anything better after which to end early
     */
    public record Settings(double seconds, int threads, boolean counted, long seed, double tolerance, double patience) {
        public Settings {
            if (counted && threads != 1) {
                throw new IllegalArgumentException("counted steps on " + threads + " threads");
            }
        }
    }

    /** Hears of better assignments and bounds as they are found, from any thread. */
    public interface Listener {
        /**
         * A better assignment.
         *
         * @param agents as of {@link Answer}; may be asked later
         */
        void better(Worth best, Worth bound, Supplier<List<Integer>> agents);
    }

    /**
     * The best assignment found, and what is proved about it.
     *
     * @param agents by job; {@link AssignmentProblem#NONE} for one left open
     * @param bound no assignment leaves open less than its first part, and none that leaves open as little as this one costs
     *     less than its second
     * @param another by agent: what another one like it would save at most, as far as the bound tells
     */
    public record Answer(List<Integer> agents, Worth worth, Worth bound, List<Long> another) {
        public Answer {
            agents = List.copyOf(agents);
            another = List.copyOf(another);
        }
    }

    private static final int CLOSE = 12;
    private static final int QUICK = 300;
    private static final int THOROUGH = 3000;
    private static final long MOST_CELLS = 40_000_000;
    private static final int CLOSEST = 6;
    private static final double HOT = 0.5;
    private static final double LONGEST_PART = 1.2;

    private final AssignmentProblem problem;
    private final Settings settings;
    private final Effort effort;
    private final BooleanSupplier stop;
    private final Incumbent incumbent;
    private final Prospects prospects;
    private final ExactParts parts;
    private CapacityBound bound;
    private long boundOf;
    private double @Nullable [][] proofOfOpen;
    private volatile Proof proof;

    private Assigner(AssignmentProblem problem, Settings settings, Listener listener, BooleanSupplier stop) {
        this.problem = problem;
        this.settings = settings;
        this.stop = stop;
        this.effort = new Effort(settings.seconds(), settings.counted(), stop);
        this.parts = new ExactParts(effort);
        this.prospects = new Prospects(problem);
        this.boundOf = problem.unavoidable();
        this.bound = CapacityBound.ofCost(problem, boundOf);
        this.proof = new Proof(settings.tolerance(), new Worth(boundOf, bound.exact()));
        this.incumbent = new Incumbent((worth, pairs) -> listener.better(worth, proof.bound(), () -> agents(pairs)));
    }

    /**
     * Solves until time is up, nothing is left to gain, or it is stopped; always answers with what it has.
     *
     * @param start by job who may hold it to begin with; null: nothing is known
     * @param stop asked often, from several threads
     */
    public static Answer solve(
            AssignmentProblem problem,
            int @Nullable [] start,
            Settings settings,
            Listener listener,
            BooleanSupplier stop) {
        Assigner assigner = new Assigner(problem, settings, listener, stop);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        assigner.parts.watch(stop, answer::isDone);
        try {
            answer.complete(assigner.run(start));
        } finally {
            answer.cancel(false);
        }
        return answer.join();
    }

    private Answer run(int @Nullable [] start) {
        double all = settings.seconds();
        fill();
        if (start != null) {
            begin(start);
        }
        EqualWeights flow = EqualWeights.solve(problem, effort);
        if (flow != null) {
            incumbent.offer(flow.standing());
            bound.take(new double[][] {flow.prices()});
        }
        new Ascent(bound).run(known(), QUICK, effort, 0.1 * all);
        fill();
        proveOpen(0.1 * all, flow != null);
        new Ascent(bound).run(known(), THOROUGH, effort, effort.spent() + 0.1 * all);
        proof.offer(bound.exact());
        fill();
        if (flow == null) {
            search();
        }
        if (incumbent.worth().open() != boundOf) {
            rebound(new Effort(0.05 * all, settings.counted(), stop));
        }
        if (flow != null) {
            proof = new Proof(settings.tolerance(), flow.standing().worth());
        }
        return answer();
    }

    private void fill() {
        Standing standing = new Standing(problem);
        Filling.fill(standing, new Candidates(bound, 1));
        incumbent.offer(standing);
    }

    private void begin(int[] start) {
        Standing standing = new Standing(problem);
        for (int job = 0; job < problem.jobs; job++) {
            standing.put(job, problem.pair(job, start[job]));
        }
        Filling.repair(standing, new Candidates(bound, 1));
        incumbent.offer(standing);
    }

    /**
     * Where the first assignments leave jobs open: how much must be, by a bound of its own.
     *
     * @param isLeast whether it is known that no assignment leaves open less
     */
    private void proveOpen(double seconds, boolean isLeast) {
        long open = incumbent.worth().open() - problem.unavoidable();
        if (open > 0) {
            CapacityBound penalties = CapacityBound.ofPenalties(problem);
            new Ascent(penalties).run((double) open, THOROUGH, effort, effort.spent() + seconds);
            long proved = problem.unavoidable() + Math.max(0, penalties.exact());
            if (isLeast) {
                proved = incumbent.worth().open();
            } else if (proved < incumbent.worth().open()) {
                proved =
                        Math.max(proved, LeastOpen.prove(problem, incumbent, parts::proving, seconds, settings.seed()));
            }
            proof = new Proof(settings.tolerance(), new Worth(proved, bound.exact()));
            proofOfOpen = penalties.prices();
            if (scarce()) {
                rebound(effort);
            }
        }
    }

    /** A cost that the bound cannot be above. */
    private double known() {
        return incumbent.worth().open() <= boundOf ? incumbent.worth().cost() : Double.POSITIVE_INFINITY;
    }

    private boolean scarce() {
        return proof.bound().open() > problem.unavoidable();
    }

    /** From here on the bound is that of assignments that leave open no more than the best one so far. */
    private void rebound(Effort within) {
        boundOf = incumbent.worth().open();
        CapacityBound of = CapacityBound.ofCost(problem, boundOf);
        of.take(bound.prices());
        if (proofOfOpen != null) {
            OnePool.priceInProportion(of, proofOfOpen);
        }
        bound = of;
        new Ascent(bound).run(known(), THOROUGH, within, within.spent() + 0.1 * within.limit());
        proof = new Proof(settings.tolerance(), new Worth(proof.bound().open(), bound.exact()));
    }

    /** What is small is solved and proved by the first few of these, and the others end at once. */
    private void search() {
        Candidates candidates = new Candidates(bound, CLOSE);
        double all = settings.seconds();
        ruleOut();
        settle(0.1 * all);
        boolean placed = knapsacks(candidates, effort.spent() + 0.05 * all);
        settle(0.2 * all);
        if (!knapsacks(candidates, effort.spent() + 0.2 * all) && !placed) {
            Candidates closest = new Candidates(bound, CLOSEST);
            work(seed -> new Annealing(Standing.of(problem, incumbent.pairs()), closest, scarce(), seed)
                    .run(HOT, effort, 0.6 * all, incumbent, proof));
        }
        ruleOut();
        double until = Remainder.isSmall(prospects) ? 0.85 * all : all;
        work(seed -> new Neighbourhoods(candidates, prospects, parts.finding(problem), effort, proof, incumbent, seed)
                .run(until, longestPart(), settings.patience()));
        knapsacks(candidates, effort.spent() + 0.5 * effort.left());
        settle(effort.left());
    }

    private double longestPart() {
        return Math.min(LONGEST_PART, settings.seconds() / 40);
    }

    /** Whether they are few enough and something better came out of them. */
    private boolean knapsacks(Candidates candidates, double until) {
        if (scarce() || KnapsackBound.cells(problem) > MOST_CELLS) {
            return false;
        }
        Worth before = incumbent.worth();
        work(seed -> new KnapsackSearch(
                        bound, prospects, candidates, parts.finding(problem), effort, proof, incumbent, seed)
                .run(until, longestPart()));
        return incumbent.worth().betterThan(before);
    }

    private void ruleOut() {
        if (isBounded(incumbent.worth())) {
            bound.ruleOut(incumbent.worth().cost(), prospects);
        }
    }

    /** Takes what is left of the problem as a whole where that can prove something. */
    private void settle(double seconds) {
        if (isBounded(incumbent.worth()) && !proof.closed(incumbent.worth())) {
            ruleOut();
            new Remainder(prospects, parts.proving(problem), proof, incumbent)
                    .settle(Math.min(seconds, effort.left()), settings.seed());
        }
    }

    /** Whether it leaves open as little as can be, and the bound on the cost is about all that do. */
    private boolean isBounded(Worth best) {
        return proof.isAbout(best) && boundOf == best.open();
    }

    private void work(LongConsumer search) {
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int thread = 1; thread < settings.threads(); thread++) {
            long seed = seeds.nextLong();
            others.add(CompletableFuture.runAsync(() -> search.accept(seed), task -> {
                Thread worker = new Thread(task, "assigner");
                worker.setDaemon(true);
                worker.start();
            }));
        }
        search.accept(seeds.nextLong());
        others.forEach(CompletableFuture::join);
    }

    private List<Integer> agents(int[] pairs) {
        return Arrays.stream(pairs)
                .mapToObj(pair -> pair == AssignmentProblem.NONE ? pair : problem.agent[pair])
                .toList();
    }

    private Answer answer() {
        int[] pairs = incumbent.pairs();
        return new Answer(agents(pairs), incumbent.worth(), proof.bound(), bound.another());
    }
}
