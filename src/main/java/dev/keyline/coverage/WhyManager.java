package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an account has the manager it has in a plan, and why not another. */
@Schema(description = "Why an account has the manager it has in a plan, and why not another.")
public record WhyManager(
        @Schema(description = "The account's id.") String account,
        @Schema(description = "The account's name.") String accountName,
        @Schema(description = "Its tier in the plan.") Tier tier,

        @Schema(description = "Points a month it takes of whoever has it, where nothing else is known.")
        Points workload,

        @Schema(description = "Its account manager in the plan; null: uncovered.", nullable = true) @Nullable
        PersonRef accountManager,

        @Schema(
                description =
                        "Why it may have this manager only, as in \"It is pinned to Ann.\"; null where several may.",
                nullable = true)
        @Nullable
        String kept,

        @Schema(
                description = "Soft points that it costs the plan that this manager holds it: with the account against"
                        + " without it. 0 when uncovered.")
        long points,

        @Schema(description = "The same in the reporting currency.")
        BigDecimal money,

        @Schema(description = "The same by constraint.") List<Share> shares,

        @Schema(description = "How many others may hold it and have room for it.")
        int able,

        @Schema(description = "How many of them would be better for the soft score, everybody else staying.")
        int better,

        @Schema(description = "The manager asked about, against the present one; null when none was.", nullable = true)
        @Nullable
        Option other) {}
