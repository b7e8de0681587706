package dev.keyline.coverage;

import dev.keyline.http.InputError;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what stands in a plan's input and must not, each with a JSON pointer to its place. */
final class Bounds {
    static final int MAX_ACCOUNTS = 100_000;
    private static final long MAX_POINTS = 10_000;
    private static final BigDecimal MAX_MONEY = new BigDecimal("1000000000000");

    private final List<InputError> errors = new ArrayList<>();

    List<InputError> errors() {
        return List.copyOf(errors);
    }

    void add(List<InputError> more) {
        errors.addAll(more);
    }

    void require(boolean holds, String pointer, String message) {
        if (!holds) {
            errors.add(new InputError(pointer, message));
        }
    }

    /** @param before the row in which the same id stands already */
    void unique(String pointer, String id, @Nullable Integer before) {
        require(!id.isBlank(), pointer, "must not be blank");
        require(before == null, pointer, id + " stands in the list already, in row " + before);
    }

    void count(String pointer, int count) {
        between(pointer, count, 0, MAX_ACCOUNTS);
    }

    void between(String pointer, int value, int min, int max) {
        require(value >= min && value <= max, pointer, "must be from " + min + " to " + max + ", not " + value);
    }

    void points(String pointer, Points points) {
        require(
                points.value().compareTo(BigDecimal.valueOf(MAX_POINTS)) <= 0,
                pointer,
                "must be at most " + MAX_POINTS + " points");
    }

    void money(String pointer, BigDecimal amount) {
        require(
                amount.signum() >= 0 && amount.compareTo(MAX_MONEY) <= 0,
                pointer,
                "must be from 0 to " + MAX_MONEY + ", not " + amount.toPlainString());
    }

    void place(String pointer, Place place) {
        String zone = place.timeZone();
        if (zone != null) {
            require(isTimeZone(zone), pointer + "/timeZone", "is no time zone of the IANA database: " + zone);
        }
    }

    private static boolean isTimeZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** @param row the pointer to the account; empty when it is the whole body */
    void account(String row, AccountDemand account) {
        points(row + "/points", account.points());
        if (account.annualRevenue() != null) {
            money(row + "/annualRevenue", account.annualRevenue());
        }
        if (account.counterpartLevel() != null) {
            between(row + "/counterpartLevel", account.counterpartLevel(), 1, 6);
        }
        place(row + "/place", account.place());
    }
}
