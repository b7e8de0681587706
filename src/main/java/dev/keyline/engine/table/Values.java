package dev.keyline.engine.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The values that literals of FEEL stand for: numbers, texts, booleans, dates, dates with a time and no zone, durations of
 * days or of months, null.
 */
public final class Values {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Values() {}

    /** What a value is; {@code ANY} for null and what no literal stands for. */
    public static ValueKind kind(@Nullable Object value) {
        if (value instanceof BigDecimal) {
            return ValueKind.NUMBER;
        } else if (value instanceof String) {
            return ValueKind.TEXT;
        } else if (value instanceof Boolean) {
            return ValueKind.BOOLEAN;
        } else if (value instanceof LocalDate) {
            return ValueKind.DATE;
        } else if (value instanceof LocalDateTime) {
            return ValueKind.DATE_TIME;
        } else if (value instanceof Duration) {
            return ValueKind.DURATION;
        } else if (value instanceof Period) {
            return ValueKind.MONTHS;
        }
        return ValueKind.ANY;
    }

    /** Whether two values are one to FEEL: 1 and 1.0 are. */
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        return kind(one) == kind(other) && (kind(one) == ValueKind.ANY ? one.equals(other) : compare(one, other) == 0);
    }

    /** The order of two values of one kind. */
    static int compare(Object one, Object other) {
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        } else if (one instanceof LocalDate date) {
            return date.compareTo((LocalDate) other);
        } else if (one instanceof LocalDateTime time) {
            return time.compareTo((LocalDateTime) other);
        } else if (one instanceof Duration duration) {
            return duration.compareTo((Duration) other);
        } else if (one instanceof Period months) {
            return Long.compare(months.toTotalMonths(), ((Period) other).toTotalMonths());
        } else if (one instanceof Boolean bool) {
            return bool.compareTo((Boolean) other);
        }
        return one.toString().compareTo(other.toString());
    }

    /** A value strictly between two of an ordered kind, as plain as possible; null when there is none. */
    static @Nullable Object between(ValueKind kind, @Nullable Object low, @Nullable Object high) {
        Object candidate = candidate(kind, low, high);
        boolean fits = candidate != null
                && (low == null || compare(low, candidate) < 0)
                && (high == null || compare(candidate, high) < 0);
        return fits ? candidate : null;
    }

    private static @Nullable Object candidate(ValueKind kind, @Nullable Object low, @Nullable Object high) {
        return switch (kind) {
            case NUMBER -> number((BigDecimal) low, (BigDecimal) high);
            case DATE ->
                low != null
                        ? ((LocalDate) low).plusDays(1)
                        : high != null ? ((LocalDate) high).minusDays(1) : LocalDate.EPOCH;
            case DATE_TIME -> time((LocalDateTime) low, (LocalDateTime) high);
            case DURATION -> duration((Duration) low, (Duration) high);
            case MONTHS ->
                low != null
                        ? ((Period) low).plusMonths(1).normalized()
                        : high != null ? ((Period) high).minusMonths(1).normalized() : Period.ZERO;
            default -> null;
        };
    }

    private static BigDecimal number(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (low == null) {
            return high == null ? BigDecimal.ZERO : high.subtract(BigDecimal.ONE);
        }
        BigDecimal next = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        if (high == null || next.compareTo(high) < 0) {
            return next;
        }
        return low.add(high).divide(TWO);
    }

    private static LocalDateTime time(@Nullable LocalDateTime low, @Nullable LocalDateTime high) {
        if (low == null) {
            return high == null ? LocalDate.EPOCH.atStartOfDay() : high.minusDays(1);
        }
        LocalDateTime next = low.plusDays(1);
        return high == null || next.isBefore(high)
                ? next
                : low.plus(Duration.between(low, high).dividedBy(2));
    }

    private static Duration duration(@Nullable Duration low, @Nullable Duration high) {
        if (low == null) {
            return high == null ? Duration.ZERO : high.minusDays(1);
        }
        Duration next = low.plusDays(1);
        return high == null || next.compareTo(high) < 0
                ? next
                : low.plus(high.minus(low).dividedBy(2));
    }

    /** A value as FEEL writes it, one text for equal values. */
    public static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } else if (value instanceof String text) {
            return quoted(text);
        } else if (value instanceof LocalDate || value instanceof LocalDateTime || value instanceof Duration) {
            return "@\"" + value + "\"";
        } else if (value instanceof Period months) {
            return "@\"" + months.normalized() + "\"";
        }
        return String.valueOf(value);
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
    }
}
