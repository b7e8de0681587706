package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** FEEL's operators: what policies do with numbers, text and dates done here, everything else by the engine's own. */
final class Operators {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** What a long holds. */
    private static final MathContext FEW_DIGITS = new MathContext(17);

    private Operators() {}

    static Term of(InfixOperator operator, Term left, Term right) {
        return switch (operator) {
            case AND -> (run, env) -> and(run, left.value(run, env), right, env);
            case OR -> (run, env) -> or(run, left.value(run, env), right, env);
            default -> {
                Binary binary = binary(operator);
                yield (run, env) -> binary.apply(run, left.value(run, env), right.value(run, env));
            }
        };
    }

    /** An operator on values. */
    interface Binary {
        @Nullable
        Object apply(Run run, @Nullable Object left, @Nullable Object right);
    }

    static Binary binary(InfixOperator operator) {
        return switch (operator) {
            case ADD -> Operators::add;
            case SUB -> Operators::subtract;
            case MULT -> Operators::multiply;
            case DIV -> Operators::divide;
            case EQ -> Operators::equal;
            case NE -> (run, left, right) -> equal(run, left, right) instanceof Boolean same ? !same : null;
            case LT -> comparison(operator, order -> order < 0);
            case LTE -> comparison(operator, order -> order <= 0);
            case GT -> comparison(operator, order -> order > 0);
            case GTE -> comparison(operator, order -> order >= 0);
            default -> (run, left, right) -> byEngine(operator, run, left, right);
        };
    }

    private static @Nullable Object byEngine(
            InfixOperator operator, Run run, @Nullable Object left, @Nullable Object right) {
        Guard.admitOperands(run, left, right);
        Object result = operator.evaluate(left, right, run.context);
        return result instanceof BigDecimal number ? run.product(number) : run.unlessDoubted(result);
    }

    private static @Nullable Object add(Run run, @Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.add(other, PRECISION);
        }
        if (left instanceof String one && right instanceof String other) {
            return run.made(one.concat(other));
        }
        if (left instanceof LocalDate day && right instanceof Duration duration) {
            return day.atStartOfDay().plus(duration).toLocalDate();
        }
        return byEngine(InfixOperator.ADD, run, left, right);
    }

    private static @Nullable Object subtract(Run run, @Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.subtract(other, PRECISION);
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return Duration.ofDays(one.toEpochDay() - other.toEpochDay());
        }
        return byEngine(InfixOperator.SUB, run, left, right);
    }

    private static @Nullable Object multiply(Run run, @Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return run.product(one.multiply(other, PRECISION));
        }
        if (left instanceof Duration duration && right instanceof BigDecimal times) {
            // by way of a double, as the engine has it
            return Duration.ofNanos(BigDecimal.valueOf(duration.toNanos())
                    .multiply(BigDecimal.valueOf(times.doubleValue()))
                    .longValue());
        }
        return byEngine(InfixOperator.MULT, run, left, right);
    }

    private static @Nullable Object divide(Run run, @Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other && other.signum() != 0) {
            return run.product(quotient(one, other));
        }
        if (left instanceof Duration one && right instanceof Duration other && other.toSeconds() != 0) {
            return ratio(one.toSeconds(), other.toSeconds());
        }
        if (left instanceof ComparablePeriod one
                && right instanceof ComparablePeriod other
                && ComparablePeriod.toTotalMonths(other) != 0) {
            return ratio(ComparablePeriod.toTotalMonths(one), ComparablePeriod.toTotalMonths(other));
        }
        return byEngine(InfixOperator.DIV, run, left, right);
    }

    /**
     * As the engine divides, digit for digit and with the same scale. Most quotients are exact within a few digits, and
     * are found some ten times faster among so few.
     */
    static BigDecimal quotient(BigDecimal one, BigDecimal other) {
        BigDecimal brief = one.divide(other, FEW_DIGITS);
        boolean exact = brief.precision() < FEW_DIGITS.getPrecision()
                && brief.multiply(other).compareTo(one) == 0;
        return exact ? brief : one.divide(other, PRECISION);
    }

    private static BigDecimal ratio(long one, long other) {
        return new BigDecimal(one, PRECISION).divide(new BigDecimal(other, PRECISION), PRECISION);
    }

    static @Nullable Object equal(Run run, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof String one && right instanceof String other) {
            return one.equals(other);
        }
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        if (left instanceof Boolean && right instanceof Boolean) {
            return left.equals(right);
        }
        return byEngine(InfixOperator.EQ, run, left, right);
    }

    private static Binary comparison(InfixOperator operator, IntPredicate holds) {
        return (run, left, right) -> {
            if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
                return holds.test(one.compareTo(other));
            }
            if (left instanceof String one && right instanceof String other) {
                return holds.test(one.compareTo(other));
            }
            if (left instanceof LocalDate one && right instanceof LocalDate other) {
                return holds.test(one.compareTo(other));
            }
            if ((left == null && !(right instanceof Boolean)) || (right == null && !(left instanceof Boolean))) {
                return null;
            }
            return byEngine(operator, run, left, right);
        };
    }

    private static @Nullable Object and(Run run, @Nullable Object left, Term right, @Nullable Env env) {
        if (Boolean.FALSE.equals(left)) {
            return false;
        }
        Object other = right.value(run, env);
        if (other == null) {
            return null;
        }
        if (!(other instanceof Boolean)) {
            run.note();
            return null;
        }
        if (Boolean.TRUE.equals(other)) {
            return Boolean.TRUE.equals(left) ? other : null;
        }
        return other;
    }

    private static @Nullable Object or(Run run, @Nullable Object left, Term right, @Nullable Env env) {
        if (Boolean.TRUE.equals(left)) {
            return true;
        }
        Object other = right.value(run, env);
        if (other == null) {
            return null;
        }
        if (!(other instanceof Boolean)) {
            run.note();
            return null;
        }
        if (Boolean.FALSE.equals(other)) {
            return Boolean.FALSE.equals(left) ? other : null;
        }
        return other;
    }
}
