package dev.keyline.coverage.assign;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, agents, and the pairs of them that are possible. A pair is a number; those of a job stand together, by ascending
 * agent. Arrays of primitives throughout: five million pairs take about 100 MB.
 *
 * <p>Resource 0 is what a job weighs with an agent, which may differ by pair; further resources are the job's own.
 */
public final class AssignmentProblem {
    /** No agent, or no pair. */
    public static final int NONE = -1;

    final int jobs;
    final int agents;
    final int resources;
    final int[] first;
    final int[] agent;
    final long[] cost;
    final long[] load;
    final long[][] own;
    final long[][] limit;
    final Price[][] price;
    final long[] penalty;

    private AssignmentProblem(Builder from, long[] cost, Price[][] price) {
        this.jobs = from.jobs;
        this.agents = from.limit[0].length;
        this.resources = from.limit.length;
        this.first = Arrays.copyOf(from.first, jobs + 1);
        this.agent = Arrays.copyOf(from.agent, from.pairs);
        this.cost = cost;
        this.load = Arrays.copyOf(from.load, from.pairs);
        this.own = new long[resources][];
        for (int r = 1; r < resources; r++) {
            own[r] = Arrays.copyOf(from.own[r], jobs);
        }
        this.limit = from.limit;
        this.price = price;
        this.penalty = Arrays.copyOf(from.penalty, jobs);
    }

    private AssignmentProblem(AssignmentProblem other) {
        this.jobs = other.jobs;
        this.agents = other.agents;
        this.resources = other.resources;
        this.first = other.first;
        this.agent = other.agent;
        this.cost = new long[other.cost.length];
        this.load = other.load;
        this.own = other.own;
        this.limit = other.limit;
        this.price = free(resources, agents);
        this.penalty = other.penalty;
    }

    /**
     * A problem to which jobs and their pairs are added in turn.
     *
     * @param resources at least 1
     */
    public static Builder of(int agents, int resources) {
        return new Builder(agents, resources);
    }

    private static Price[][] free(int resources, int agents) {
        Price[][] price = new Price[resources][agents];
        for (Price[] row : price) {
            Arrays.fill(row, Price.NONE);
        }
        return price;
    }

    /** The same, where only the penalties of open jobs count. */
    AssignmentProblem withoutCosts() {
        return new AssignmentProblem(this);
    }

    public int jobs() {
        return jobs;
    }

    public int agents() {
        return agents;
    }

    public int pairs() {
        return agent.length;
    }

    long weight(int resource, int job, int pair) {
        return resource == 0 ? load[pair] : own[resource][job];
    }

    /** The pair of a job and an agent; {@link #NONE} where the agent may not hold the job. */
    int pair(int job, int agentWanted) {
        int found = agentWanted == NONE ? -1 : Arrays.binarySearch(agent, first[job], first[job + 1], agentWanted);
        return found < 0 ? NONE : found;
    }

    /** Whether what an agent holds costs nothing beside the pairs. */
    boolean sumsAreFree() {
        return Arrays.stream(price).flatMap(Arrays::stream).allMatch(Price.NONE::equals);
    }

    /** The penalties of jobs that no agent may hold, which every assignment pays. */
    long unavoidable() {
        long sum = 0;
        for (int job = 0; job < jobs; job++) {
            sum += first[job] == first[job + 1] ? penalty[job] : 0;
        }
        return sum;
    }

    /** Takes jobs with their pairs, one after the other. */
    public static final class Builder {
        private final long[][] limit;
        private final Price[][] price;
        private final long[][] own;
        private int jobs;
        private int pairs;
        private int[] first = new int[65];
        private long[] penalty = new long[64];
        private int[] agent = new int[256];
        private long[] cost = new long[256];
        private long[] load = new long[256];

        private Builder(int agents, int resources) {
            limit = new long[resources][agents];
            for (long[] row : limit) {
                Arrays.fill(row, Long.MAX_VALUE);
            }
            price = free(resources, agents);
            own = new long[resources][64];
        }

        /**
         * Limits what an agent holds of a resource.
         *
         * @param most at least 0; without it the resource is not limited
         */
        public Builder limit(int resource, int agentLimited, long most) {
            if (most < 0) {
                throw new IllegalArgumentException("a limit of " + most);
            }
            limit[resource][agentLimited] = most;
            return this;
        }

        public Builder price(int resource, int agentPaying, Price of) {
            price[resource][agentPaying] = of;
            return this;
        }

        /**
         * Begins the next job; its pairs follow.
         *
         * @param penaltyOpen what it is to leave it to nobody, at least 1
         * @param weights in the resources from 1 on
         */
        public Builder job(long penaltyOpen, long... weights) {
            if (penaltyOpen < 1 || weights.length != own.length - 1) {
                throw new IllegalArgumentException("penalty " + penaltyOpen + ", " + weights.length + " weights");
            }
            if (jobs == penalty.length) {
                penalty = Arrays.copyOf(penalty, jobs * 2);
                first = Arrays.copyOf(first, jobs * 2 + 1);
                for (int r = 1; r < own.length; r++) {
                    own[r] = Arrays.copyOf(own[r], jobs * 2);
                }
            }
            penalty[jobs] = penaltyOpen;
            for (int r = 1; r < own.length; r++) {
                own[r][jobs] = notNegative(weights[r - 1]);
            }
            first[++jobs] = pairs;
            return this;
        }

        /** An agent who may hold the job begun last; those of a job come by ascending agent. */
        public Builder pair(int agentAble, long costOfPair, long weight) {
            if (jobs == 0 || (pairs > first[jobs - 1] && agent[pairs - 1] >= agentAble)) {
                throw new IllegalArgumentException("agents of a job by ascending number, not " + agentAble);
            }
            if (pairs == agent.length) {
                agent = Arrays.copyOf(agent, pairs * 2);
                cost = Arrays.copyOf(cost, pairs * 2);
                load = Arrays.copyOf(load, pairs * 2);
            }
            agent[pairs] = agentAble;
            cost[pairs] = costOfPair;
            load[pairs] = notNegative(weight);
            first[jobs] = ++pairs;
            return this;
        }

        private static long notNegative(long weight) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight of " + weight);
            }
            return weight;
        }

        /** Pairs that alone are above a limit are left out. */
        public AssignmentProblem build() {
            int kept = 0;
            int from = 0;
            for (int job = 0; job < jobs; job++) {
                int to = first[job + 1];
                for (int pair = from; pair < to; pair++) {
                    if (fitsAlone(job, pair)) {
                        agent[kept] = agent[pair];
                        cost[kept] = cost[pair];
                        load[kept++] = load[pair];
                    }
                }
                from = to;
                first[job + 1] = kept;
            }
            pairs = kept;
            return new AssignmentProblem(this, Arrays.copyOf(cost, pairs), price);
        }

        private boolean fitsAlone(int job, int pair) {
            boolean fits = load[pair] <= limit[0][agent[pair]];
            for (int r = 1; r < own.length; r++) {
                fits &= own[r][job] <= limit[r][agent[pair]];
            }
            return fits;
        }
    }

    /** What an assignment is worth; null where it breaks a limit. */
    public @Nullable Worth worth(int[] agentOfJob) {
        Standing standing = new Standing(this);
        for (int job = 0; job < jobs; job++) {
            int pair = pair(job, agentOfJob[job]);
            if (pair == NONE && agentOfJob[job] != NONE) {
                return null;
            }
            standing.put(job, pair);
        }
        return standing.feasible() ? standing.worth() : null;
    }
}
