package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account in a list, with what holds for it. */
public record AccountSummary(
        @Schema(description = "The CRM's id.") String id,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "Its line of business.", nullable = true) @Nullable
        String industry,

        @Schema(description = "The sales territory.", nullable = true) @Nullable
        String region,

        @Schema(description = "ISO 3166-1 alpha-2.", nullable = true) @Nullable
        String country,

        @Schema(description = "The group of customers it belongs to.", nullable = true) @Nullable
        String groupId,

        @Schema(description = "Who looks after it.", nullable = true) @Nullable
        PersonName accountManager,

        @Schema(description = "Its executive sponsor.", nullable = true) @Nullable
        PersonName sponsor,

        @Schema(
                description = "What its running contracts are worth a year, in the reporting currency.",
                nullable = true)
        @Nullable
        BigDecimal annualContractValue,

        @Schema(description = "The day the first of its running contracts ends.", nullable = true) @Nullable
        LocalDate renewalOn,

        @Schema(description = "Outcome of account-tier in the last finished review.", nullable = true) @Nullable
        String tier,

        @Schema(description = "0 to 100.", nullable = true) @Nullable
        BigDecimal tierScore,

        @Schema(description = "Outcome of account-health in the last finished review.", nullable = true) @Nullable
        String healthBand,

        @Schema(description = "0 to 100.", nullable = true) @Nullable
        BigDecimal healthScore,

        @Schema(description = "Outcome of lifecycle-stage in the last finished review.", nullable = true) @Nullable
        String lifecycleStage,

        @Schema(description = "How many early warnings hold.", nullable = true) @Nullable
        Integer warnings) {}
