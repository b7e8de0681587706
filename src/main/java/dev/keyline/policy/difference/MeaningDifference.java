package dev.keyline.policy.difference;

import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.Budget;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.OtherLogic;
import dev.keyline.engine.table.Space;
import dev.keyline.engine.table.Sweep;
import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where two versions of a model answer differently: for each table the inputs on which they do, or the statement that none
 * exist.
 *
 * @param tables those of both versions, in the order of the newer
 * @param others decisions and functions that are new, gone, or changed outside of a table: searched, not exact
 */
public record MeaningDifference(List<Table> tables, List<String> others) {
    private static final int MOST_REGIONS = 200;
    private static final long STEPS = 25_000_000;

    public MeaningDifference {
        tables = List.copyOf(tables);
        others = List.copyOf(others);
    }

    /**
     * What a table's versions differ in.
     *
     * @param words one sentence
     * @param exact whether a difference that is named is one, and one that is not named does not exist
     * @param limits why it is not exact, in words
     * @param regions disjoint; at most 200
     * @param more whether there are more than these
     */
    public record Table(
            String decision, String words, boolean exact, List<String> limits, List<Region> regions, boolean more) {
        public Table {
            limits = List.copyOf(limits);
            regions = List.copyOf(regions);
        }
    }

    /**
     * Neighbouring cases in all of which the versions answer the same two things.
     *
     * @param words of the cases: {@code score from 60 to below 61}
     * @param witness one of the cases: values by the expressions of columns
     * @param before the older version's answer, as FEEL writes it; {@code error: …} where the engine refuses
     * @param after the newer version's answer
     * @param cases how many it is of those that the tables tell apart; at least 1
     * @param certain false when an expression has to be evaluated to know whether the answers differ
     */
    public record Region(
            String words,
            Map<String, @Nullable Object> witness,
            String before,
            String after,
            long cases,
            boolean certain) {}

    /** Both versions as functions of a table's inputs, to search by where the table form cannot see. */
    public record Evaluators(
            Function<Map<String, @Nullable Object>, @Nullable Object> before,
            Function<Map<String, @Nullable Object>, @Nullable Object> after) {}

    /**
     * Compares two versions of a model.
     *
     * @param vocabulary the models that either imports
     */
    public static MeaningDifference between(DmnDocument before, DmnDocument after, DmnDocument... vocabulary) {
        ModelTypes old = ModelTypes.of(before, vocabulary);
        ModelTypes young = ModelTypes.of(after, vocabulary);
        List<Table> tables = new ArrayList<>();
        for (TableText table : after.tables()) {
            counterpart(table, before)
                    .ifPresent(was ->
                            tables.add(between(DecisionTable.of(was, old), DecisionTable.of(table, young), null)));
        }
        return new MeaningDifference(tables, others(before, after));
    }

    /** The same with what a file that the policy imports means now. */
    public MeaningDifference and(String file, MeaningDifference imported) {
        return new MeaningDifference(
                Stream.concat(tables.stream(), imported.tables.stream()).toList(),
                Stream.concat(others.stream(), imported.others.stream().map(other -> file + ": " + other))
                        .toList());
    }

    private static Optional<TableText> counterpart(TableText table, DmnDocument in) {
        List<TableText> tables = in.tables();
        return tables.stream()
                .filter(other -> !other.id().isEmpty() && other.id().equals(table.id()))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(other -> other.decision().equals(table.decision()))
                        .findFirst());
    }

    private static List<String> others(DmnDocument before, DmnDocument after) {
        List<String> others = new ArrayList<>();
        Map<String, String> old = OtherLogic.of(before);
        Map<String, String> young = OtherLogic.of(after);
        young.forEach((name, text) -> {
            if (!old.containsKey(name)) {
                others.add(name + " is new");
            } else if (!Objects.equals(old.get(name), text)) {
                others.add("the expression of " + name + " changed: searched, not exact");
            }
        });
        old.keySet().stream().filter(name -> !young.containsKey(name)).forEach(name -> others.add(name + " is gone"));
        for (TableText table : before.tables()) {
            if (young.containsKey(table.decision()) && counterpart(table, after).isEmpty()) {
                others.add("the table of " + table.decision() + " is gone");
            }
        }
        return others;
    }

    /**
     * Compares two versions of a table.
     *
     * @param evaluators to evaluate regions that are not certain, so that only those are kept whose witness is answered
     *     differently; null to keep them all
     */
    public static Table between(DecisionTable before, DecisionTable after, @Nullable Evaluators evaluators) {
        if (!Space.fits(before, after)) {
            List<String> why = List.of("the tables are too large to look at their cases");
            return new Table(after.text().decision(), words(after, List.of(), false), false, why, List.of(), false);
        }
        TableMeaning meaning = new TableMeaning(before, after);
        Sweep.Result result = meaning.differences(new Budget(STEPS), MOST_REGIONS);
        List<String> limits = new ArrayList<>(meaning.limits());
        boolean exact = limits.isEmpty();
        List<Region> regions = new ArrayList<>();
        for (Sweep.Found found : result.found()) {
            Region region = region(meaning, found, exact);
            if (region.certain() || evaluators == null || differs(evaluators, region)) {
                regions.add(region);
            }
        }
        if (!result.complete()) {
            limits.add("there were too many cases to look at all of them");
        } else if (!exact
                && evaluators != null
                && regions.size() < result.found().size()) {
            limits.add("regions whose witness both versions answer alike are left out: searched, not proved");
        }
        exact &= result.complete();
        return new Table(after.text().decision(), words(after, regions, exact), exact, limits, regions, result.more());
    }

    private static Region region(TableMeaning meaning, Sweep.Found found, boolean exact) {
        Space space = meaning.space();
        TableMeaning.Pair answers = meaning.answers(found.verdict());
        Box box = found.box();
        long cases = 1;
        boolean known = true;
        for (int axis = 0; axis < space.axes(); axis++) {
            BitSet regions = box.regions().get(axis);
            cases = saturated(cases, regions.cardinality());
            known &= !space.isOpaque(axis) || regions.cardinality() == space.regions(axis);
        }
        boolean certain =
                exact || (known && answers.before().exact() && answers.after().exact());
        return new Region(
                space.words(box),
                space.witness(box),
                answers.before().text(),
                answers.after().text(),
                cases,
                certain);
    }

    private static long saturated(long one, int other) {
        return one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
    }

    private static boolean differs(Evaluators evaluators, Region region) {
        return !Objects.equals(
                evaluators.before().apply(region.witness()), evaluators.after().apply(region.witness()));
    }

    private static String words(DecisionTable table, List<Region> regions, boolean exact) {
        String decision = table.text().decision();
        if (regions.isEmpty()) {
            return exact
                    ? decision + ": both versions answer every input alike"
                    : decision + ": no input was found that the versions answer differently";
        }
        Region first = regions.get(0);
        String example = first.words() + ": was " + first.before() + ", is " + first.after();
        return decision + ": "
                + (regions.size() == 1
                        ? example
                        : regions.size() + " regions are answered differently, such as " + example);
    }
}
