package dev.keyline.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of what it has licensed the customer uses, by its two latest readings: one reading may be chance. Null is unknown.
 *
 * @param activeUsers users at the latest reading
 * @param activeUsersBefore users at the one before
 * @param licensedSeats seats that may be filled
 * @param apiCalls calls at the latest reading
 * @param apiCallsBefore calls at the one before
 * @param apiQuota calls allowed in the time that a reading covers
 */
public record CapacityUse(
        @Nullable BigDecimal activeUsers,
        @Nullable BigDecimal activeUsersBefore,
        @Nullable BigDecimal licensedSeats,
        @Nullable BigDecimal apiCalls,
        @Nullable BigDecimal apiCallsBefore,
        @Nullable BigDecimal apiQuota) {

    /** The lower of both readings of users, in percent of the seats; null where anything is unknown or there are no seats. */
    public @Nullable BigDecimal leastSeatUse() {
        return least(activeUsers, activeUsersBefore, licensedSeats);
    }

    /** The lower of both readings of calls, in percent of the quota; null where anything is unknown or there is no quota. */
    public @Nullable BigDecimal leastApiUse() {
        return least(apiCalls, apiCallsBefore, apiQuota);
    }

    /** Both readings of users, as a sentence quotes them. */
    public String seats() {
        return "%s and before that %s of %s seats were in use."
                .formatted(plain(activeUsers), plain(activeUsersBefore), plain(licensedSeats));
    }

    /** Both readings of calls, as a sentence quotes them. */
    public String calls() {
        return "%s and before that %s of %s calls were made."
                .formatted(plain(apiCalls), plain(apiCallsBefore), plain(apiQuota));
    }

    private static @Nullable BigDecimal least(
            @Nullable BigDecimal last, @Nullable BigDecimal before, @Nullable BigDecimal limit) {
        if (last == null || before == null || limit == null || limit.signum() <= 0) {
            return null;
        }
        return last.min(before).movePointRight(2).divide(limit, 2, RoundingMode.DOWN); // 89.999 % is not yet 90
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "?" : number.stripTrailingZeros().toPlainString();
    }
}
