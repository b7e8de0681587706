package dev.keyline.coverage;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one more full-time account manager of a region would bring. */
@Schema(
        name = "OneMoreManager",
        description =
                "What one more full-time account manager would bring who covers a region and meets what its accounts"
                        + " ask. Found by moving accounts to the newcomer one at a time while that pays, without a solve: a"
                        + " solved plan brings at least as much.")
public record OneMore(
        @Schema(description = "The region; null: accounts of no region.", nullable = true) @Nullable
        String region,

        @Schema(description = "Accounts that nobody looks after in the plan and the newcomer would.")
        int covered,

        @Schema(description = "Points of the medium score that are gained.")
        long mediumPoints,

        @Schema(description = "Accounts that would move to the newcomer from others.")
        int moved,

        @Schema(
                description = "Points of the soft score gained, in hundredths of the reporting currency; below 0 where"
                        + " covering more costs more.")
        long points,

        @Schema(description = "The same in the reporting currency: at least so much.")
        BigDecimal money,

        @Schema(
                description = "In the reporting currency, at most so much; proved. However the accounts that are looked"
                        + " after now are shared among all then, and whichever others the newcomer takes. It includes what"
                        + " the plan could be bettered by without them, its gap. Null for a plan by hand that does not keep to"
                        + " its pins or limits.",
                nullable = true)
        @Nullable
        BigDecimal moneyAtMost) {}
