package dev.keyline.portfolio;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person at the customer. */
public record Contact(
        @Schema(description = "The CRM's id.") String id,
        @Schema(description = "What the person is called.") String name,

        @Schema(description = "Job title.", nullable = true) @Nullable
        String title,

        @Schema(description = "economic-buyer, technical-decision-maker, end-user, champion or detractor.")
        String role,

        @Schema(description = "1 individual to 4 vice president, 5 CxO, 6 CEO.", nullable = true) @Nullable
        Integer level,

        @Schema(description = "positive, neutral or negative.", nullable = true) @Nullable
        String sentiment,

        @Schema(description = "The last time we spoke.", nullable = true) @Nullable
        LocalDate lastContactedOn,

        @Schema(description = "The day the person left the customer.", nullable = true) @Nullable
        LocalDate leftOn) {}
