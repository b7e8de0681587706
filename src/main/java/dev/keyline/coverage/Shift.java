package dev.keyline.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What it does to a plan that a few accounts get other managers, from what they touch alone: the difference that the
 * solver's score would show, without the solver.
 */
final class Shift {
    /** An account that goes from who has it in the plan to somebody else; null stands for nobody. */
    record Change(ManagerSeat seat, @Nullable Candidate to) {
        @Nullable
        Candidate from() {
            return seat.manager();
        }
    }

    private final List<Change> changes;
    private final Holdings holdings;
    private final Map<Candidate, Holding> after = new HashMap<>();

    Shift(Holdings holdings, Change... changes) {
        this.holdings = holdings;
        this.changes = List.of(changes);
        for (Change change : changes) {
            Candidate from = change.from();
            Candidate to = change.to();
            if (from != null) {
                after.put(from, heldBy(from).without(change.seat(), from));
            }
            if (to != null) {
                after.put(to, heldBy(to).with(change.seat(), to));
            }
        }
    }

    /** What a manager holds once all is changed. */
    Holding heldBy(Candidate manager) {
        return after.getOrDefault(manager, holdings.of(manager));
    }

    /** More is worse, in the unit of the score: hundredths of the reporting currency. */
    long soft() {
        long sum = 0;
        for (Change change : changes) {
            Candidate from = change.from();
            Candidate to = change.to();
            sum += (to == null ? 0 : change.seat().priceFor(to))
                    - (from == null ? 0 : change.seat().priceFor(from));
        }
        for (Map.Entry<Candidate, Holding> entry : after.entrySet()) {
            Candidate manager = entry.getKey();
            sum += manager.priceFor(entry.getValue()) - manager.priceFor(holdings.of(manager));
        }
        return sum;
    }

    /** More is worse: what is left without a manager, less what gets one. */
    long medium() {
        return changes.stream()
                .mapToLong(change ->
                        change.seat().weight() * ((change.to() == null ? 1 : 0) - (change.from() == null ? 1 : 0)))
                .sum();
    }

    /** {@link #soft} by constraint, without those that stay the same. */
    List<Share> shares() {
        Map<String, Long> shares = new TreeMap<>();
        for (Change change : changes) {
            Candidate from = change.from();
            Candidate to = change.to();
            for (PairPrice price : PairPrice.values()) {
                long difference = (to == null ? 0 : change.seat().priceFor(price, to))
                        - (from == null ? 0 : change.seat().priceFor(price, from));
                shares.merge(price.constraint(), difference, Long::sum);
            }
        }
        after.forEach((manager, held) -> {
            for (HoldingPrice price : HoldingPrice.values()) {
                long difference = manager.priceFor(price, held) - manager.priceFor(price, holdings.of(manager));
                shares.merge(price.constraint(), difference, Long::sum);
            }
        });
        return Share.list(shares);
    }
}
