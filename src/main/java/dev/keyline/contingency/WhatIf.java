package dev.keyline.contingency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an event would do. */
@Schema(description = "What an event would do. It is a rehearsal: nothing is changed and no decision is recorded.")
public record WhatIf(
        @Schema(description = "Always true: nothing of this has happened.")
        boolean rehearsal,

        @Schema(description = "The event, in a sentence.") String event,

        @Schema(description = "The instant it is looked at from.")
        Instant asOf,

        @Schema(description = "The versions of the policies asked.")
        Map<String, Integer> versions,

        @Schema(description = "The reporting currency, ISO 4217.")
        String currency,

        @Schema(description = "Accounts it would hit.") int accounts,

        @Schema(description = "What their running contracts are worth a year, where that is known.")
        BigDecimal annualContractValue,

        @Schema(description = "How much of that is at stake.")
        BigDecimal atStake,

        @Schema(description = "Accounts whose contract value is unknown: no running contract, or no exchange rate.")
        int ofUnknownValue,

        @Schema(description = "The accounts, the most valuable first.")
        List<AffectedAccount> items,

        @Schema(
                description = "Send the same body with it as `cursor` for those that follow; null at the end.",
                nullable = true)
        @Nullable
        String nextCursor) {}
