package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure by which both sides judge the account. */
@Schema(description = "A figure by which both sides judge the account.")
public record SuccessMetric(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What is measured.") String name,

        @Schema(
                description = "Which of the four kinds it is.",
                enumeration = {"adoption", "business-outcome", "satisfaction", "health"})
        String category,

        @Schema(description = "Where it stood at the start, in unit.", nullable = true) @Nullable
        BigDecimal baseline,

        @Schema(description = "Where it shall be, in unit.", nullable = true) @Nullable
        BigDecimal target,

        @Schema(description = "What it is counted in.", nullable = true) @Nullable
        String unit,

        @Schema(description = "The day both sides agreed on it; null: proposed only.", nullable = true) @Nullable
        LocalDate agreedOn,

        @Schema(description = "The contact who agreed, by id.", nullable = true) @RefersTo(Entity.CONTACT) @Nullable
        String agreedWith) {}
