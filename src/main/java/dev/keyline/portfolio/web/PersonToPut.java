package dev.keyline.portfolio.web;

import dev.keyline.portfolio.Leave;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of PUT /people/{id}, for the published contract. */
record PersonToPut(
        @Schema(description = "What the person is called.") String name,

        @Schema(description = "Mail address.", nullable = true) @Nullable
        String email,

        @Schema(description = "account-manager or executive.")
        String kind,

        @Schema(description = "Job title.", nullable = true) @Nullable
        String title,

        @Schema(description = "Whom the person reports to.", nullable = true) @Nullable
        String lineManagerId,

        @Schema(description = "1 individual to 4 vice president, 5 CxO, 6 CEO; absent: 1.", nullable = true) @Nullable
        Integer level,

        @Schema(description = "ISO 639-1.", nullable = true) @Nullable
        List<String> languages,

        @Schema(description = "Industries the person knows; none: any.", nullable = true) @Nullable
        List<String> industries,

        @Schema(description = "Territories the person covers; none: any.", nullable = true) @Nullable
        List<String> regions,

        @Schema(description = "Points of a full month; 1 point is 1 hour; absent: 110.", nullable = true) @Nullable
        BigDecimal capacityPoints,

        @Schema(description = "Accounts an executive sponsors at most; absent: the plan's default.", nullable = true)
        @Nullable
        Integer maxSponsored,

        @Schema(description = "First working day.", nullable = true) @Nullable
        LocalDate startsOn,

        @Schema(description = "Last working day.", nullable = true) @Nullable
        LocalDate leavesOn,

        @Schema(description = "Security clearances held.", nullable = true) @Nullable
        List<String> clearances,

        @Schema(description = "Products the person is skilled in.", nullable = true) @Nullable
        List<String> skills,

        @Schema(description = "Where the person works, ISO 3166-1 alpha-2.", nullable = true) @Nullable
        String country,

        @Schema(description = "The city.", nullable = true) @Nullable
        String city,

        @Schema(description = "The IANA time zone of it.", nullable = true) @Nullable
        String timeZone,

        @Schema(description = "Whether the person is good at making accounts grow; null: unknown.", nullable = true)
        @Nullable
        Boolean growth,

        @Schema(description = "All days away; absent: they stay as they are.", nullable = true) @Nullable
        List<Leave> leave) {}
