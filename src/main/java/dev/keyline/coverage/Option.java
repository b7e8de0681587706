package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One manager for an account, against how a plan has it. */
@Schema(
        name = "CoverageOption",
        description = "One manager for an account, against how the plan has it; more points are worse.")
public record Option(
        @Schema(description = "The account manager.") PersonRef manager,

        @Schema(description = "Why this manager cannot have it; null when they can.", nullable = true) @Nullable
        String obstacle,

        @Schema(
                description =
                        "By how much the plan's soft score gets worse (below 0: better), with whoever else would have"
                                + " to move, in hundredths of the reporting currency.")
        long points,

        @Schema(description = "The same in the reporting currency.")
        BigDecimal money,

        @Schema(description = "The same by constraint.") List<Share> shares,

        @Schema(description = "Points a month the manager would hold with it.")
        Points load,

        @Schema(description = "Points the manager has to give in the month of the plan, after ramp and leave.")
        Points capacity,

        @Schema(description = "Who else would have to move so that it fits; empty when it fits.")
        List<AlsoMoves> alsoMoves) {
    /** Another account that makes room. */
    @Schema(name = "AlsoMoves", description = "Another account that would have to move.")
    public record AlsoMoves(
            @Schema(description = "The account's id.") String account,
            @Schema(description = "The account's name.") String accountName,
            @Schema(description = "Who has it in the plan.") PersonRef from,
            @Schema(description = "Who would take it.") PersonRef to) {}
}
