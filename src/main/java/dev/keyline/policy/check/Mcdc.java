package dev.keyline.policy.check;

import dev.keyline.engine.table.Answer;
import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DecisionTable.Rule;
import dev.keyline.engine.table.HitPolicy;
import dev.keyline.engine.table.Sweep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cases by which a table is tested to modified condition/decision coverage: for each row one that selects it, and for each
 * of its conditions a neighbour in which only that condition fails and the answer is another.
 *
 * @param undecided what no case can show
 * @param complete false when there were too many cases to look at all of them
 */
public record Mcdc(List<Case> cases, List<Undecided> undecided, boolean complete) {
    /** Places in which a row is tried, so that each of its conditions finds one where it decides. */
    private static final int PLACES = 30;

    public Mcdc {
        cases = List.copyOf(cases);
        undecided = List.copyOf(undecided);
    }

    /**
     * A case to be tested.
     *
     * @param row id of the row it is about
     * @param column the one whose condition fails here; null in the case that selects the row
     * @param inputs values by the expressions of columns; of an opaque cell whether it holds
     * @param answer as FEEL writes it
     */
    public record Case(String row, @Nullable String column, Map<String, @Nullable Object> inputs, String answer) {
        public Case {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }

    /**
     * A condition on which no answer depends alone.
     *
     * @param column null when no case selects the row at all
     */
    public record Undecided(String row, @Nullable String column) {}

    /**
     * The cases of a table's rows.
     *
     * @param covered ids of rows that have cases already
     */
    public static Mcdc cases(DecisionTable table, Set<String> covered) {
        return of(new Cases(table, new ArrayList<>()), covered);
    }

    static Mcdc of(Cases cases, Set<String> covered) {
        Making making = new Making(cases);
        cases.table.rules().stream()
                .filter(rule -> !covered.contains(rule.id()))
                .forEach(making::add);
        return new Mcdc(making.made, making.undecided, !cases.budget.isSpent());
    }

    private static final class Making {
        private final Cases cases;
        private final List<Case> made = new ArrayList<>();
        private final List<Undecided> undecided = new ArrayList<>();

        Making(Cases cases) {
            this.cases = cases;
        }

        void add(Rule rule) {
            List<Box> places = cases.uncovered(cases.box(rule), stronger(rule), PLACES).stream()
                    .map(Sweep.Found::box)
                    .map(this::point)
                    .toList();
            if (places.isEmpty()) {
                undecided.add(new Undecided(rule.id(), null));
                return;
            }
            List<Box> used = new ArrayList<>();
            List<Case> neighbours = new ArrayList<>();
            for (int axis = 0; axis < cases.space.axes(); axis++) {
                BitSet failing = cases.space.whole().regions().get(axis);
                failing.andNot(cases.box(rule).regions().get(axis));
                if (!failing.isEmpty() && !decides(rule, axis, failing, places, used, neighbours)) {
                    undecided.add(new Undecided(rule.id(), cases.space.title(axis)));
                }
            }
            if (used.isEmpty()) {
                used.add(places.get(0));
            }
            used.forEach(place -> made.add(made(rule, null, place)));
            made.addAll(neighbours);
        }

        /** Tries the places already used first, so that few cases show much. */
        private boolean decides(
                Rule rule, int axis, BitSet failing, List<Box> places, List<Box> used, List<Case> neighbours) {
            List<Box> tried = new ArrayList<>(used);
            places.stream().filter(place -> !used.contains(place)).forEach(tried::add);
            for (Box place : tried) {
                int from = place.regions().get(axis).nextSetBit(0);
                List<Integer> nearest = failing.stream()
                        .boxed()
                        .sorted(Comparator.comparingInt(region -> Math.abs(region - from)))
                        .toList();
                for (int region : nearest) {
                    BitSet only = new BitSet();
                    only.set(region);
                    Box neighbour = place.with(axis, only);
                    if (cases.budget.spend(1) && !answer(neighbour).equals(answer(place))) {
                        neighbours.add(made(rule, cases.space.title(axis), neighbour));
                        if (!used.contains(place)) {
                            used.add(place);
                        }
                        return true;
                    }
                }
            }
            return false;
        }

        private Case made(Rule rule, @Nullable String column, Box place) {
            return new Case(rule.id(), column, cases.space.witness(place), answer(place));
        }

        private String answer(Box place) {
            return Answer.of(
                            cases.table,
                            cases.space.matching(place).stream()
                                    .mapToObj(cases.table.rules()::get)
                                    .toList())
                    .text();
        }

        /** Rows that answer in place of a row where both match. */
        private BitSet stronger(Rule rule) {
            HitPolicy policy = cases.table.policy();
            Comparator<Rule> order = policy == HitPolicy.PRIORITY
                    ? Answer.priority(cases.table).thenComparingInt(Rule::number)
                    : Comparator.comparingInt(Rule::number);
            BitSet stronger = new BitSet();
            cases.table.rules().stream()
                    .filter(other -> switch (policy) {
                        case UNIQUE -> other.number() != rule.number();
                        case FIRST, PRIORITY -> order.compare(other, rule) < 0;
                        default -> false;
                    })
                    .forEach(other -> stronger.set(other.number() - 1));
            return stronger;
        }

        private Box point(Box box) {
            Box point = box;
            for (int axis : IntStream.range(0, cases.space.axes()).toArray()) {
                BitSet first = new BitSet();
                first.set(box.regions().get(axis).nextSetBit(0));
                point = point.with(axis, first);
            }
            return point;
        }
    }
}
