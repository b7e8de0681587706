package dev.keyline.engine.table;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a cell asks of its column's value: an interval, a set, a negation, anything, or <i>opaque</i>: an expression that
 * only the engine can evaluate. It matches what stock KIE matches; in particular a comparison with null on either side
 * never holds, {@code = null} included, and {@code not(…)} holds wherever what it negates does not match.
 */
public sealed interface Condition {
    /**
     * Whether a value satisfies it.
     *
     * @throws IllegalStateException when it is opaque
     */
    boolean matches(@Nullable Object value);

    /** Gives every value that it compares with. */
    default void values(Consumer<Object> to) {}

    /** {@code -}. */
    record Anything() implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            return true;
        }
    }

    /** A literal, null among them. */
    record Is(@Nullable Object value) implements Condition {
        @Override
        public boolean matches(@Nullable Object other) {
            return Values.equal(value, other);
        }

        @Override
        public void values(Consumer<Object> to) {
            if (value != null) {
                to.accept(value);
            }
        }
    }

    /** How a comparison compares. */
    enum Operator {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        EQUAL("="),
        UNEQUAL("!=");

        final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    /** A comparison with a literal. */
    record Compared(Operator operator, @Nullable Object with) implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            if (operator == Operator.UNEQUAL) {
                return !Values.equal(value, with);
            }
            if (value == null || with == null || Values.kind(value) != Values.kind(with)) {
                return false;
            }
            int order = Values.compare(value, with);
            return switch (operator) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL, UNEQUAL -> order == 0;
            };
        }

        @Override
        public void values(Consumer<Object> to) {
            if (with != null) {
                to.accept(with);
            }
        }
    }

    /** An interval; one with a null end matches nothing. */
    record Range(
            @Nullable Object low,
            boolean lowIncluded,
            @Nullable Object high,
            boolean highIncluded) implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            return new Compared(lowIncluded ? Operator.AT_LEAST : Operator.MORE, low).matches(value)
                    && new Compared(highIncluded ? Operator.AT_MOST : Operator.LESS, high).matches(value);
        }

        @Override
        public void values(Consumer<Object> to) {
            if (low != null && high != null) {
                to.accept(low);
                to.accept(high);
            }
        }
    }

    /** A list: at least one holds. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean matches(@Nullable Object value) {
            return conditions.stream().anyMatch(condition -> condition.matches(value));
        }

        @Override
        public void values(Consumer<Object> to) {
            conditions.forEach(condition -> condition.values(to));
        }
    }

    /** {@code not(…)}. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            return !condition.matches(value);
        }

        @Override
        public void values(Consumer<Object> to) {
            condition.values(to);
        }
    }

    /** An expression that only the engine can evaluate. */
    record Opaque(String text) implements Condition {
        @Override
        public boolean matches(@Nullable Object value) {
            throw new IllegalStateException("only the engine knows whether " + text + " holds");
        }
    }
}
