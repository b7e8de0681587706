package dev.keyline.accountplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer itself has set out to do. */
@Schema(description = "What the customer itself has set out to do.")
public record Initiative(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What it is called.") String name,

        @Schema(description = "Who carries it at the customer.", nullable = true) @Nullable
        String sponsor,

        @Schema(description = "First day.", nullable = true) @Nullable
        LocalDate startsOn,

        @Schema(description = "Last day.", nullable = true) @Nullable
        LocalDate endsOn,

        @Schema(description = "What the customer spends on it, in currency.", nullable = true, minimum = "0") @Nullable
        BigDecimal budget,

        @Schema(description = "ISO 4217; goes with budget.", nullable = true, pattern = "[A-Z]{3}") @Nullable
        String currency) {}
