package dev.keyline.impact;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Over what the impact is looked at. Nothing set: the whole portfolio and the callers of the last 30 days. */
@Schema(
        description = "Over what to look: the whole portfolio when nothing is set; a segment of it by tier, region and"
                + " group; or the recorded decisions of a period, without the portfolio.")
public record Scope(
        @Schema(description = "Accounts that hold this tier now.", examples = "Tier 2", nullable = true) @Nullable
        String tier,

        @Schema(description = "Accounts of this sales region.", nullable = true) @Nullable
        String region,

        @Schema(description = "Accounts of this group of customers, itself or one under it.", nullable = true) @Nullable
        String group,

        @Schema(description = "Callers' recorded decisions of this period.", nullable = true) @Nullable
        Period decisions) {

    public static final Scope PORTFOLIO = new Scope(null, null, null, null);

    /** From an instant to before another. */
    @Schema(description = "From an instant to before another.")
    public record Period(
            @Schema(description = "Recorded at or after.") Instant from,
            @Schema(description = "Recorded before.") Instant to) {}

    boolean isSegment() {
        return tier != null || region != null || group != null;
    }
}
