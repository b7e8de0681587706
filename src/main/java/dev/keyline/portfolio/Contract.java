package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer has signed. */
public record Contract(
        @Schema(description = "The CRM's id.") String id,

        @Schema(description = "What is sold.", nullable = true) @Nullable
        String productId,

        @Schema(description = "First day.") LocalDate startsOn,
        @Schema(description = "Last day.") LocalDate endsOn,
        @Schema(description = "A year, in currency.") BigDecimal annualValue,
        @Schema(description = "ISO 4217.") String currency,

        @Schema(description = "The day notice was given.", nullable = true) @Nullable
        LocalDate noticeGivenOn) {}
