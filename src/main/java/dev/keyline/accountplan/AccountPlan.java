package dev.keyline.accountplan;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account's plan, and what the portfolio adds to it. */
@Schema(description = "An account's plan, and what the portfolio adds to it.")
public record AccountPlan(
        @Schema(description = "The account.") String account,

        @Schema(description = "Counts its versions; the entity tag. 0: nobody has written one yet.")
        long revision,

        @Schema(description = "When it last changed.", nullable = true) @Nullable
        Instant updatedAt,

        @Schema(description = "Who changed it last.", nullable = true) @Nullable
        String updatedBy,

        @Schema(description = "The document: what PUT takes.")
        PlanDocument plan,

        @Schema(
                description =
                        "Everybody at the customer whom the map or the portfolio names, those of most influence first.")
        List<MappedStakeholder> stakeholders,

        @Schema(
                description = "The account's reference standing: none, private, public or co-marketing.",
                nullable = true)
        @Nullable
        String referenceStanding) {}
