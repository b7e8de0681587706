package dev.keyline.coverage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a plan is made from: the same input, seed and score limit make the same plan.
 *
 * @param asOf the plan stands for the month that begins on this day
 * @param demand the accounts, at least one
 * @param people account managers and executives
 * @param pins what the caller decided; must be possible
 * @param standingPins what was decided earlier; let go, and said so, where it is no longer possible
 * @param approvedMoves ids of accounts that may change their manager although a renewal or a negotiation is near
 * @param pairings what is known of an account with a manager; at most one for each pair
 * @param weights soft constraint to percent of its default price
 * @param timeLimit the longest the solver works
 * @param scoreLimit score calculations after which it ends, so that the same input gives the same plan; null: none
 * @param replanning how little may change; null: whatever is best
 */
public record PlanInput(
        LocalDate asOf,
        List<AccountDemand> demand,
        List<Person> people,
        List<Pin> pins,
        List<Pin> standingPins,
        List<String> approvedMoves,
        List<Pairing> pairings,
        Limits limits,
        SortedMap<String, Integer> weights,
        long seed,
        Duration timeLimit,
        @Nullable Long scoreLimit,
        @Nullable Replanning replanning) {

    public PlanInput {
        demand = List.copyOf(demand);
        people = List.copyOf(people);
        pins = List.copyOf(pins);
        standingPins = List.copyOf(standingPins);
        approvedMoves = List.copyOf(approvedMoves);
        pairings =
                pairings == null ? List.of() : List.copyOf(pairings); // absent from plans stored before there were any
    }

    /** An input that may change whatever is best. */
    public PlanInput(
            LocalDate asOf,
            List<AccountDemand> demand,
            List<Person> people,
            List<Pin> pins,
            List<Pin> standingPins,
            List<String> approvedMoves,
            List<Pairing> pairings,
            Limits limits,
            SortedMap<String, Integer> weights,
            long seed,
            Duration timeLimit,
            @Nullable Long scoreLimit) {
        this(
                asOf,
                demand,
                people,
                pins,
                standingPins,
                approvedMoves,
                pairings,
                limits,
                weights,
                seed,
                timeLimit,
                scoreLimit,
                null);
    }

    /** The same, to be solved in another time. */
    PlanInput within(Duration otherLimit) {
        return new PlanInput(
                asOf,
                demand,
                people,
                pins,
                standingPins,
                approvedMoves,
                pairings,
                limits,
                weights,
                seed,
                otherLimit,
                scoreLimit,
                replanning);
    }
}
