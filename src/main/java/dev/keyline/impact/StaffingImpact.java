package dev.keyline.impact;

import dev.keyline.coverage.PersonKind;
import dev.keyline.coverage.PersonRef;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the drafts would ask of people, each account being held by whom it is held today. */
@Schema(description = "What the drafts would ask of people, each account being held by whom it is held today.")
public record StaffingImpact(
        @Schema(
                description = "By region and role, then for all regions together, accounts of no region among them."
                        + " Who covers several regions counts in each, so that regions do not add up.")
        List<Need> needs,

        @Schema(description = "Account managers who hold, or would hold, more than they have to give.")
        List<Overloaded> managersOverCapacity,

        @Schema(description = "Accounts that must have a sponsor and have none now.")
        int sponsorsMissingBefore,

        @Schema(description = "Accounts that would have to have a sponsor and have none.")
        int sponsorsMissingAfter,

        @Schema(
                description = "What a plan would do that moves only accounts that ask for something else; null:"
                        + " not asked for.",
                nullable = true)
        @Nullable
        Replan replan) {

    /** What a region asks of a role. */
    @Schema(description = "What a region asks of a role.")
    public record Need(
            @Schema(description = "The sales region; null: all together.", nullable = true) @Nullable
            String region,

            @Schema(description = "Account managers or executives.")
            PersonKind role,

            @Schema(description = "Now: of account managers points a month, of executives accounts to sponsor.")
            BigDecimal before,

            @Schema(description = "With the drafts, in the same unit.")
            BigDecimal after,

            @Schema(description = "What those who cover it have to give in the coming month, in the same unit.")
            BigDecimal available) {}

    /** An account manager who holds too much. */
    @Schema(description = "An account manager who holds too much, now or then.")
    public record Overloaded(
            @Schema(description = "Who.") PersonRef manager,

            @Schema(description = "Points a month held now.")
            BigDecimal before,

            @Schema(description = "Points a month with the drafts.")
            BigDecimal after,

            @Schema(description = "Points to give in the coming month.")
            Points capacity) {}

    /** What a short solve made of it. */
    @Schema(description = "What a short solve made of it; every other account was pinned to whom it has.")
    public record Replan(
            @Schema(description = "Accounts that ask for something else, and so may move.")
            int accountsFree,

            @Schema(description = "Of those, accounts that change their account manager.")
            int changeHands,

            @Schema(description = "Of those, accounts that no account manager has room for.")
            int uncovered,

            @Schema(description = "Of those, accounts that must have a sponsor and get none.")
            int sponsorsMissing,

            @Schema(description = "Why it could not be solved, in words; null when it was.", nullable = true) @Nullable
            String problem) {}
}
