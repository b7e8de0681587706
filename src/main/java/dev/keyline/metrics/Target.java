package dev.keyline.metrics;

import dev.keyline.engine.RowHit;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a policy makes of a value. */
@Schema(description = "What the policy in force on the closing day makes of the value.")
public record Target(
        @Schema(description = "The policy.") String policy,
        @Schema(description = "Its version.") int version,

        @Schema(
                description = "What the value should be, in the metric's unit; null when there is none.",
                nullable = true)
        @Nullable
        BigDecimal target,

        @Schema(description = "Beyond which it is bad, in the metric's unit; null when there is none.", nullable = true)
        @Nullable
        BigDecimal limit,

        @Schema(description = "Whether `higher` or `lower` is better.", nullable = true) @Nullable
        String better,

        @Schema(description = "How far the value is from it, as the policy words it.", nullable = true) @Nullable
        String band,

        @Schema(description = "The rows that say so.") List<RowHit> rules) {}
