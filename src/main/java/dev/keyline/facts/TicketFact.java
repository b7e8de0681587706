package dev.keyline.facts;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A support ticket.
 *
 * @param id the CRM's id
 * @param severity {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param escalated somebody escalated it
 * @param sentiment how the customer sounds in it: {@code positive}, {@code neutral} or {@code negative}; null unknown
 * @param openedAt when it was opened
 * @param closedAt when it was closed; null: open
 */
public record TicketFact(
        String id,
        String severity,
        boolean escalated,
        @Nullable String sentiment,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** Whether it is open at the as-of. */
    public boolean isOpen(ZonedDateTime asOf) {
        return Elapsed.reached(openedAt, asOf) && !Elapsed.reached(closedAt, asOf);
    }

    /** Whether it says that something is wrong between us and the customer: escalated, or displeased. */
    public boolean isTroubled() {
        return escalated || "negative".equals(sentiment);
    }

    /** The ids of some tickets in one text, in order; without their type because rules collect them so. */
    public static String ids(Collection<?> tickets) {
        return tickets.stream()
                .map(TicketFact.class::cast)
                .map(TicketFact::id)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
