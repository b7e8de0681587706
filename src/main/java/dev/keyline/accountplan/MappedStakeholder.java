package dev.keyline.accountplan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact on the stakeholder map: what the plan says, beside what the portfolio knows. */
@Schema(description = "A contact on the stakeholder map: what the plan says, beside what the portfolio knows.")
public record MappedStakeholder(
        @Schema(description = "The contact, by id.") String contactId,

        @Schema(description = "What the contact is called; null when the portfolio no longer has it.", nullable = true)
        @Nullable
        String name,

        @Schema(description = "Job title.", nullable = true) @Nullable
        String title,

        @Schema(
                description = "economic-buyer, technical-decision-maker, end-user, champion or detractor.",
                nullable = true)
        @Nullable
        String role,

        @Schema(description = "positive, neutral or negative.", nullable = true) @Nullable
        String sentiment,

        @Schema(description = "The last time we spoke.", nullable = true) @Nullable
        LocalDate lastContactedOn,

        @Schema(description = "The day the contact left the customer.", nullable = true) @Nullable
        LocalDate leftOn,

        @Schema(description = "How much the contact's word weighs; null: not on the map yet.", nullable = true)
        @Nullable
        String influence,

        @Schema(description = "Where the contact stands towards us.", nullable = true) @Nullable
        String stance,

        @Schema(description = "The person who keeps up the relationship, by id.", nullable = true) @Nullable
        String owner,

        @Schema(description = "Anything else worth knowing.", nullable = true) @Nullable
        String note) {}
