package dev.keyline.facts;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something heard about the customer.
 *
 * @param id the CRM's id
 * @param kind {@code champion-change}, {@code executive-turnover}, {@code competitive-evaluation} and so on
 * @param detail in words
 * @param occurredAt when it happened
 * @param withdrawnAt when it proved wrong or over; null: it stands
 */
public record SignalFact(
        String id,
        String kind,
        @Nullable String detail,
        Instant occurredAt,
        @Nullable Instant withdrawnAt) {

    /** What was heard, as a sentence may quote it: the kind where nobody wrote a detail. */
    public String heard() {
        return detail == null || detail.isBlank() ? kind : detail;
    }

    /** Whether it happened later than another; of two that happened at once the id decides, the same every time. */
    public boolean isAfter(SignalFact other) {
        int order = occurredAt.compareTo(other.occurredAt);
        return order > 0 || (order == 0 && id.compareTo(other.id) > 0);
    }

    /** Whether it was heard within so many days before the as-of and stands. */
    public boolean isHeard(int withinDays, ZonedDateTime asOf) {
        return Elapsed.reached(occurredAt, asOf)
                && Elapsed.days(occurredAt, asOf) < withinDays
                && !Elapsed.reached(withdrawnAt, asOf);
    }

    /** What some signals say in one text, the latest first; without their type because rules collect them so. */
    public static String evidence(Collection<?> signals, ZonedDateTime asOf) {
        return signals.stream()
                .map(SignalFact.class::cast)
                .sorted(Comparator.comparing(SignalFact::occurredAt).reversed().thenComparing(SignalFact::id))
                .map(signal ->
                        "Heard " + Elapsed.days(signal.occurredAt(), asOf) + " days ago: " + signal.heard() + ".")
                .collect(Collectors.joining(" "));
    }
}
