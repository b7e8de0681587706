package dev.keyline.facts;

import java.time.Instant;
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
        @Nullable Instant closedAt) {}
