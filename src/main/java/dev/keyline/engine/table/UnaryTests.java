package dev.keyline.engine.table;

import dev.keyline.engine.table.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a condition cell. What is not made of literals is opaque; the engine's own parser is asked only
 * whether that parses.
 */
final class UnaryTests {
    private static final Pattern NEGATION = Pattern.compile("not\\s*\\(");
    private static final List<Operator> LONGEST_FIRST = List.of(
            Operator.AT_MOST, Operator.AT_LEAST, Operator.UNEQUAL, Operator.LESS, Operator.MORE, Operator.EQUAL);

    private final String text;
    private final Set<String> names;
    private final Scanner scanner;
    private boolean opaque;

    private UnaryTests(String text, Set<String> names) {
        this.text = text;
        this.names = names;
        this.scanner = new Scanner(text);
    }

    /**
     * Reads a cell.
     *
     * @param names that expressions may use
     * @throws CellSyntaxException when it does not parse
     */
    static Condition parse(String text, Set<String> names) {
        FeelSyntax.limit(text);
        if (text.isBlank()) {
            throw new CellSyntaxException(1, "the cell is empty: write - for any value");
        }
        if (text.strip().equals("-")) {
            return new Condition.Anything();
        }
        return new UnaryTests(text, names).cell();
    }

    private Condition cell() {
        boolean negated = NEGATION.matcher(text).region(0, text.length()).lookingAt() && closesAtEnd(text.indexOf('('));
        if (negated) {
            scanner.back(text.indexOf('(') + 1);
        }
        List<Condition> conditions = list(negated ? ")" : "");
        if (opaque) {
            return new Condition.Opaque(text.strip().replaceAll("\\s+", " "));
        }
        Condition positive = conditions.size() == 1 ? conditions.get(0) : new Condition.AnyOf(conditions);
        return negated ? new Condition.Not(positive) : positive;
    }

    private boolean closesAtEnd(int open) {
        int close = FeelSyntax.closing(text, open);
        return close >= 0 && text.substring(close + 1).isBlank();
    }

    private List<Condition> list(String end) {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(item(end));
        } while (scanner.take(","));
        return conditions;
    }

    private Condition item(String end) {
        scanner.space();
        int start = scanner.at();
        Condition read = simple();
        if (read != null && isEnd(end)) {
            return read;
        }
        scanner.back(start);
        return wrapped(end);
    }

    private boolean isEnd(String end) {
        return scanner.next() == ',' || (end.isEmpty() ? scanner.isAtEnd() : scanner.next() == end.charAt(0));
    }

    /** A comparison, range or literal of literals only; null when it is something else. */
    private @Nullable Condition simple() {
        for (Operator operator : LONGEST_FIRST) {
            if (scanner.take(operator.sign)) {
                Scanner.Literal with = scanner.literal();
                return with == null ? null : new Condition.Compared(operator, with.value());
            }
        }
        char open = scanner.next();
        if (open == '[' || open == '(' || open == ']') {
            return range(open);
        }
        Scanner.Literal literal = scanner.literal();
        return literal == null ? null : new Condition.Is(literal.value());
    }

    private @Nullable Condition range(char open) {
        scanner.take(String.valueOf(open));
        Scanner.Literal low = scanner.literal();
        if (low == null || !scanner.take("..")) {
            return null;
        }
        Scanner.Literal high = scanner.literal();
        char close = scanner.next();
        if (high == null || (close != ']' && close != ')' && close != '[')) {
            return null;
        }
        scanner.take(String.valueOf(close));
        return new Condition.Range(low.value(), open == '[', high.value(), close == ']');
    }

    /** A test in brackets of its own, or an expression. */
    private Condition wrapped(String end) {
        int start = scanner.at();
        if (scanner.take("(")) {
            Condition read = simple();
            if (read != null && scanner.take(")") && isEnd(end)) {
                return read;
            }
            scanner.back(start);
        }
        return expression(end);
    }

    private Condition expression(String end) {
        int start = scanner.at();
        int stop = FeelSyntax.endOfItem(text, start, end.isEmpty() ? text.length() : text.lastIndexOf(')'));
        for (Operator operator : LONGEST_FIRST) {
            if (scanner.take(operator.sign)) {
                break;
            }
        }
        FeelSyntax.expression(text.substring(scanner.at(), stop), scanner.at(), scanner.at() > start, names);
        scanner.back(stop);
        opaque = true;
        return new Condition.Anything();
    }
}
