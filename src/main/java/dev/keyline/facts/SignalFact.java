package dev.keyline.facts;

import java.time.Instant;
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
}
