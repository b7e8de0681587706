package dev.keyline.decision;

import dev.keyline.engine.RowHit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recorded answer with everything that made it. It never changes. */
@Schema(description = "A recorded answer of a policy, with everything that made it.")
public record Decision(
        @Schema(description = "Opaque.") UUID id,

        @Schema(description = "The policy that decided.", examples = "account-tier")
        String policy,

        @Schema(description = "The version of the policy that decided.")
        int version,

        @Schema(description = "The versions of the vocabulary (`facts`) and of the fact `catalogue` it was made with.")
        Map<String, Integer> madeWith,

        @Schema(description = "The account it is about; null when only facts were sent.", nullable = true) @Nullable
        String account,

        @Schema(
                description =
                        "The instant it holds for: what `today()` and `now()` returned, and which versions were in force.")
        Instant asOf,

        @Schema(description = "When it was recorded.") Instant recordedAt,

        @Schema(description = "Who asked.") String caller,

        @Schema(description = "The review it belongs to; null for a single request.", nullable = true) @Nullable
        UUID reviewId,

        @Schema(description = "Decisions whose outcomes were facts of this one.")
        List<UUID> basedOn,

        @Schema(description = "The facts it was made from, by name. A fact that is not here was unknown.")
        Map<String, @Nullable Object> facts,

        @Schema(description = "The answer, as the policy's outcome type describes it.")
        Object outcome,

        @Schema(description = "The rows and rules that made the answer, in the order of evaluation.")
        List<RowHit> rules,

        @Schema(description = "The value of every decision on the way to the outcome, by name.")
        Map<String, @Nullable Object> trace,

        @Schema(description = "What the engine remarked.") List<String> messages) {}
