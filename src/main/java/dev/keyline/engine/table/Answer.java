package dev.keyline.engine.table;

import dev.keyline.engine.table.DecisionTable.Conclusion;
import dev.keyline.engine.table.DecisionTable.Output;
import dev.keyline.engine.table.DecisionTable.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a table answers when some of its rows match, as stock KIE does.
 *
 * @param text one text for equal answers: a value, a list, a context, or {@code error: …} where the engine refuses
 * @param exact whether no expression is in it, so that equal answers have equal texts
 */
public record Answer(String text, boolean exact) {
    private static final Answer SEVERAL = new Answer("error: several rows match", true);
    private static final Answer NOT_ALLOWED = new Answer("error: the output is none of the allowed values", true);
    private static final Answer NOT_COMPARABLE = new Answer("error: the outputs are not comparable", true);

    /** What a table answers when certain rows match, given in the order of the table. */
    public static Answer of(DecisionTable table, List<Rule> matching) {
        if (matching.isEmpty()) {
            return none(table);
        }
        HitPolicy policy = table.policy();
        if (policy == HitPolicy.UNIQUE && matching.size() > 1) {
            return SEVERAL;
        }
        List<Rule> used = policy == HitPolicy.FIRST ? matching.subList(0, 1) : matching;
        if (used.stream().anyMatch(rule -> !isAllowed(table, rule))) {
            return NOT_ALLOWED;
        }
        return switch (policy) {
            case UNIQUE, FIRST -> one(table, used.get(0));
            case ANY -> any(table, used);
            case PRIORITY -> byPriority(table, used, true);
            case OUTPUT_ORDER -> byPriority(table, used, false);
            case RULE_ORDER, COLLECT -> list(table, used);
            case SUM, COUNT, MIN, MAX -> aggregated(table, used);
        };
    }

    private static boolean isAllowed(DecisionTable table, Rule rule) {
        return IntStream.range(0, table.outputs().size())
                .allMatch(i -> table.outputs().get(i).allows(rule.conclusions().get(i)));
    }

    private static Answer none(DecisionTable table) {
        List<Conclusion> otherwise = table.outputs().stream()
                .map(Output::otherwise)
                .filter(Objects::nonNull)
                .toList();
        if (otherwise.isEmpty()) {
            String nothing =
                    table.policy() == HitPolicy.COLLECT ? "[]" : table.policy() == HitPolicy.COUNT ? "0" : "null";
            return new Answer(nothing, true);
        }
        return context(
                table,
                table.outputs().stream()
                        .map(output -> Objects.requireNonNullElse(output.otherwise(), Conclusion.of("null")))
                        .toList());
    }

    private static Answer one(DecisionTable table, Rule rule) {
        return context(table, rule.conclusions());
    }

    private static Answer context(DecisionTable table, List<Conclusion> conclusions) {
        boolean exact = conclusions.stream().allMatch(Conclusion::literal);
        if (conclusions.size() == 1) {
            return new Answer(conclusions.get(0).text(), exact);
        }
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            entries.add(
                    table.outputs().get(i).name() + ": " + conclusions.get(i).text());
        }
        return new Answer("{" + String.join(", ", entries) + "}", exact);
    }

    private static Answer any(DecisionTable table, List<Rule> rules) {
        Answer first = one(table, rules.get(0));
        if (rules.stream().allMatch(rule -> isSame(rule, rules.get(0)))) {
            return first;
        }
        boolean contradiction = rules.stream().allMatch(rule -> one(table, rule).exact);
        return contradiction ? SEVERAL : listed("any of ", table, rules);
    }

    /** Whether the engine takes two conclusions for one: to it 1 and 1.0 are two. */
    private static boolean isSame(Rule rule, Rule other) {
        return IntStream.range(0, rule.conclusions().size()).allMatch(i -> {
            Conclusion one = rule.conclusions().get(i);
            Conclusion two = other.conclusions().get(i);
            if (one.literal() && two.literal()) {
                return Objects.equals(one.value(), two.value());
            }
            return one.literal() == two.literal() && one.text().equals(two.text());
        });
    }

    private static Answer byPriority(DecisionTable table, List<Rule> rules, boolean first) {
        if (rules.size() > 1 && rules.stream().anyMatch(rule -> !one(table, rule).exact)) {
            return listed(first ? "the first by priority of " : "by priority ", table, rules);
        }
        List<Rule> sorted = rules.stream().sorted(priority(table)).toList();
        return first ? one(table, sorted.get(0)) : list(table, sorted);
    }

    /** The order of rows of literal conclusions by the outputs' lists of values. */
    public static Comparator<Rule> priority(DecisionTable table) {
        Comparator<Rule> order = Comparator.comparingInt(rule -> 0);
        for (int i = 0; i < table.outputs().size(); i++) {
            Output output = table.outputs().get(i);
            int column = i;
            order = order.thenComparingInt(
                    rule -> output.rank(rule.conclusions().get(column)));
        }
        return order;
    }

    private static Answer list(DecisionTable table, List<Rule> rules) {
        return listed("", table, rules);
    }

    private static Answer listed(String before, DecisionTable table, List<Rule> rules) {
        List<Answer> answers = rules.stream().map(rule -> one(table, rule)).toList();
        return new Answer(
                before + answers.stream().map(Answer::text).toList(),
                answers.stream().allMatch(Answer::exact));
    }

    private static Answer aggregated(DecisionTable table, List<Rule> rules) {
        HitPolicy policy = table.policy();
        if (rules.stream().anyMatch(rule -> !one(table, rule).exact)
                || table.outputs().size() > 1) {
            Answer listed = listed(policy.name() + " of ", table, rules);
            return new Answer(listed.text, false);
        }
        List<Conclusion> conclusions =
                rules.stream().map(rule -> rule.conclusions().get(0)).toList();
        boolean numbers = conclusions.stream().allMatch(conclusion -> conclusion.value() instanceof BigDecimal);
        return switch (policy) {
            case COUNT ->
                new Answer(
                        String.valueOf(new HashSet<>(conclusions.stream()
                                        .map(Conclusion::value)
                                        .toList())
                                .size()),
                        true);
            case SUM -> new Answer(numbers ? sum(conclusions) : "null", true);
            default -> extreme(conclusions, policy == HitPolicy.MIN);
        };
    }

    private static String sum(List<Conclusion> conclusions) {
        return Values.text(conclusions.stream()
                .map(conclusion -> (BigDecimal) Objects.requireNonNull(conclusion.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Answer extreme(List<Conclusion> conclusions, boolean least) {
        if (conclusions.size() == 1) {
            return new Answer(conclusions.get(0).text(), true);
        }
        boolean comparable = conclusions.stream().map(Conclusion::value).noneMatch(Objects::isNull)
                && conclusions.stream()
                                .map(each -> Values.kind(each.value()))
                                .distinct()
                                .count()
                        == 1
                && Values.kind(conclusions.get(0).value()) != ValueKind.ANY;
        if (!comparable) {
            return NOT_COMPARABLE;
        }
        Stream<Object> values = conclusions.stream().map(each -> Objects.requireNonNull(each.value()));
        Comparator<Object> order = Values::compare;
        return new Answer(
                Values.text(values.min(least ? order : order.reversed()).orElseThrow()), true);
    }
}
