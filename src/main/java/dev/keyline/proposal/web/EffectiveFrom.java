package dev.keyline.proposal.web;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** From when something is to be in force, as callers write it: an instant, or a date that begins in the business zone. */
final class EffectiveFrom {
    private EffectiveFrom() {}

    static @Nullable Instant read(@Nullable String text, BusinessTime businessTime) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(businessTime.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadInputException(
                    "/effectiveFrom", "must be a date such as 2026-03-01, or an instant such as 2026-03-01T09:00:00Z");
        }
    }
}
