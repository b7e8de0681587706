package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who looks after accounts. */
public record Person(
        @Schema(description = "The CRM's id.") String id,
        @Schema(description = "What the person is called.") String name,

        @Schema(description = "Mail address.", nullable = true) @Nullable
        String email,

        @Schema(description = "account-manager or executive.")
        String kind,

        @Schema(description = "Job title.", nullable = true) @Nullable
        String title,

        @Schema(description = "Whom the person reports to.", nullable = true) @Nullable
        String lineManagerId,

        @Schema(description = "1 individual to 4 vice president, 5 CxO, 6 CEO.")
        int level,

        @Schema(description = "ISO 639-1; empty: not known.")
        List<String> languages,

        @Schema(description = "Industries the person knows; empty: any.")
        List<String> industries,

        @Schema(description = "Territories the person covers; empty: any.")
        List<String> regions,

        @Schema(description = "Points of a full month; 1 point is 1 hour.")
        BigDecimal capacityPoints,

        @Schema(description = "Accounts an executive sponsors at most; null: the plan's default.", nullable = true)
        @Nullable
        Integer maxSponsored,

        @Schema(description = "First working day.", nullable = true) @Nullable
        LocalDate startsOn,

        @Schema(description = "Last working day.", nullable = true) @Nullable
        LocalDate leavesOn,

        @Schema(description = "Security clearances held.") List<String> clearances,

        @Schema(description = "Products the person is skilled in.")
        List<String> skills,

        @Schema(description = "Where the person works, ISO 3166-1 alpha-2.", nullable = true) @Nullable
        String country,

        @Schema(description = "The city of it.", nullable = true) @Nullable
        String city,

        @Schema(description = "The IANA time zone of it.", nullable = true) @Nullable
        String timeZone,

        @Schema(description = "Whether the person is good at making accounts grow; null: unknown.", nullable = true)
        @Nullable
        Boolean growth,

        @Schema(description = "When it last changed; the entity tag.")
        Instant updatedAt) {}
