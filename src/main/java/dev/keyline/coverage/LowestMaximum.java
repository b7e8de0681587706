package dev.keyline.coverage;

import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proved lower bound on how utilised the busiest manager must be, given who may hold which account.
 *
 * <p>Accounts may be split between managers here, and all limits but the points are left out, so every plan is at least
 * this busy. A group of accounts needs the managers who may hold any of it: its points over their capacity is a bound.
 * The largest such bound is found by maximum flow: the minimum cut of a flow that does not fit names a group with a larger
 * bound than the one tried, which is tried next. All in whole thousandths, so nothing is lost to rounding. An account as a
 * whole must fit somewhere, too.
 */
final class LowestMaximum {
    /** Accounts that the same managers may hold. */
    private static final class Group {
        private final List<Candidate> eligible;
        private long points;

        private Group(List<Candidate> eligible) {
            this.eligible = eligible;
        }
    }

    private LowestMaximum() {}

    /** @param seats the accounts that are held; whoever has an empty {@code eligible} is left out */
    static Ratio of(Collection<ManagerSeat> seats) {
        Map<BitSet, Group> groups = new LinkedHashMap<>();
        IdentityHashMap<List<Candidate>, BitSet> seen = new IdentityHashMap<>();
        Ratio bound = Ratio.ZERO;
        for (ManagerSeat seat : seats) {
            long points = seat.leastPoints();
            if (!seat.eligible().isEmpty() && points > 0) {
                BitSet who = seen.computeIfAbsent(seat.eligible(), LowestMaximum::indexes);
                groups.computeIfAbsent(who, key -> new Group(seat.eligible())).points += points;
                bound = bound.max(new Ratio(
                        points,
                        seat.eligible().stream()
                                .mapToLong(Candidate::capacity)
                                .max()
                                .orElseThrow()));
            }
        }
        return groups.isEmpty() ? Ratio.ZERO : bound.max(densest(List.copyOf(groups.values())));
    }

    private static BitSet indexes(List<Candidate> candidates) {
        BitSet bits = new BitSet();
        candidates.forEach(candidate -> bits.set(candidate.index()));
        return bits;
    }

    private static Ratio densest(List<Group> groups) {
        // managers who stand in the same groups are one sink: only their capacity together counts
        Map<Candidate, BitSet> groupsOf = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (Candidate candidate : groups.get(g).eligible) {
                groupsOf.computeIfAbsent(candidate, key -> new BitSet()).set(g);
            }
        }
        Map<BitSet, Long> pools = new LinkedHashMap<>();
        groupsOf.forEach((candidate, in) -> pools.merge(in, candidate.capacity(), Math::addExact));

        Ratio bound = over(groups, pools, all(groups.size()));
        while (true) {
            BitSet tighter = groupThatDoesNotFit(groups, pools, bound);
            if (tighter.isEmpty()) {
                return bound;
            }
            bound = over(groups, pools, tighter);
        }
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    private static Ratio over(List<Group> groups, Map<BitSet, Long> pools, BitSet chosen) {
        long points = chosen.stream().mapToLong(g -> groups.get(g).points).reduce(0, Math::addExact);
        long capacity = 0;
        for (Map.Entry<BitSet, Long> pool : pools.entrySet()) {
            if (pool.getKey().intersects(chosen)) {
                capacity = Math.addExact(capacity, pool.getValue());
            }
        }
        return new Ratio(points, capacity);
    }

    /** The groups on the source's side of a minimum cut when everybody is at most {@code bound} utilised; empty if all fit. */
    private static BitSet groupThatDoesNotFit(List<Group> groups, Map<BitSet, Long> pools, Ratio bound) {
        int source = groups.size() + pools.size();
        MaxFlow flow = new MaxFlow(source + 2, source, source + 1);
        for (int g = 0; g < groups.size(); g++) {
            flow.arc(source, g, Math.multiplyExact(groups.get(g).points, bound.capacity()));
        }
        int pool = groups.size();
        for (Map.Entry<BitSet, Long> entry : pools.entrySet()) {
            int to = pool++;
            entry.getKey().stream().forEach(g -> flow.arc(g, to, Long.MAX_VALUE));
            flow.arc(to, source + 1, Math.multiplyExact(entry.getValue(), bound.load()));
        }
        flow.run();
        BitSet side = flow.sourceSide();
        side.clear(groups.size(), source + 2);
        return side;
    }
}
