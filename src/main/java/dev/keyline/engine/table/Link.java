package dev.keyline.engine.table;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column that only compares another column's expression with a literal, {@code score != null} beside {@code score}: its
 * value follows from the other's, and cases in which the two contradict each other do not exist.
 *
 * @param expression of the column that follows
 * @param base the other column's expression
 */
record Link(String expression, String title, String base, Condition.Compared comparison) {
    private static final Pattern COMPARISON = Pattern.compile("(.*[^<>=!\\s])\\s*(!=|<=|>=|=|<|>)\\s*([^<>=]+)");

    /** Reads a column's expression; null when it is no comparison of one of the bases with a literal. */
    static @Nullable Link of(String expression, String title, Collection<String> bases) {
        Matcher matcher = COMPARISON.matcher(expression);
        if (!matcher.matches() || !bases.contains(matcher.group(1))) {
            return null;
        }
        Scanner scanner = new Scanner(matcher.group(3));
        try {
            Scanner.Literal literal = scanner.literal();
            if (literal == null || !scanner.isAtEnd()) {
                return null;
            }
            for (Condition.Operator operator : Condition.Operator.values()) {
                if (operator.sign.equals(matcher.group(2))) {
                    return new Link(
                            expression, title, matcher.group(1), new Condition.Compared(operator, literal.value()));
                }
            }
        } catch (CellSyntaxException e) {
            return null; // the engine will say what is wrong with it
        }
        return null;
    }

    /** The column's value when the base has a value: as FEEL compares in expressions, where null may equal null. */
    @Nullable
    Object value(@Nullable Object base) {
        boolean equality = comparison.operator() == Condition.Operator.EQUAL
                || comparison.operator() == Condition.Operator.UNEQUAL;
        if (!equality && (base == null || comparison.with() == null)) {
            return null;
        }
        return comparison.operator() == Condition.Operator.EQUAL
                ? Values.equal(base, comparison.with())
                : comparison.matches(base);
    }
}
