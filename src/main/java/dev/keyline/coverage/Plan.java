package dev.keyline.coverage;

import dev.keyline.job.JobState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A coverage plan and how far it is. It has a score, assignments and loads once it is finished, and not before. */
@Schema(description = "A coverage plan and how far it is.")
public record Plan(
        @Schema(description = "Opaque; also the id of its job.")
        UUID id,

        @Schema(description = "What people call it.", nullable = true) @Nullable
        String name,

        @Schema(description = "What people noted on it.", nullable = true) @Nullable
        String note,

        @Schema(description = "One more with every change of its name, note or locks; its ETag.")
        long revision,

        @Schema(description = "`solved`, `edited` by hand, or `imported`.")
        PlanOrigin origin,

        @Schema(description = "The plan it was made from.", nullable = true) @Nullable
        UUID parent,

        @Schema(
                description =
                        "The versions of the policies that say what its accounts ask for, by name; empty where the"
                                + " request brought the accounts along.")
        SortedMap<String, Integer> policies,

        @Schema(description = "`running`, `finished`, `failed` or `cancelled`.")
        JobState state,

        @Schema(description = "How much of the time limit has passed, 0 to 1.")
        double progress,

        @Schema(description = "Seconds left at the pace so far; null when nothing can be said.", nullable = true)
        @Nullable
        Long remaining,

        @Schema(
                description =
                        "How many plans and other long jobs go before it while it waits for a free worker, of which there"
                                + " are `keyline.jobs.at-once`; null once it has begun.",
                nullable = true)
        @Nullable
        Integer ahead,

        @Schema(description = "It stands for the month that begins on this day.")
        LocalDate asOf,

        @Schema(description = "The seed of its random choices.")
        long seed,

        @Schema(description = "The longest the solver works, ISO 8601.")
        String timeLimit,

        @Schema(
                description = "Score calculations after which the solver ends; null: only time ends it.",
                nullable = true)
        @Nullable
        Long scoreLimit,

        @Schema(description = "SHA-256 of everything it is made from.")
        String inputHash,

        @Schema(description = "Accounts to be covered.") int accounts,

        @Schema(
                description = "What it is worth, as in `0hard/0medium/-1234soft`: hard is always 0, medium counts what"
                        + " is uncovered, soft is in hundredths of the reporting currency. Null until finished.",
                nullable = true)
        @Nullable
        String score,

        @Schema(
                description = "How good it is so far, a moment old; null before that is known, and when it has ended.",
                nullable = true)
        Planner.@Nullable SoFar best,

        @Schema(
                description =
                        "A score that no plan from this input betters; proved. Its soft part holds among the plans"
                                + " that leave open as little as this one. Of a re-plan that may change little: among those that"
                                + " change nothing else than it was free to. Null until finished, and for a plan not solved here.",
                nullable = true)
        @Nullable
        String bound,

        @Schema(
                description = "How far the soft cost is above the bound's, as a part of it: 0.004 for 0.4 percent. Null"
                        + " where there is no bound, or more is left open than is proved necessary.",
                nullable = true)
        @Nullable
        BigDecimal gap,

        @Schema(description = "How many accounts came out how; null until finished.", nullable = true) @Nullable
        PlanCounts counts,

        @Schema(
                description = "The most utilised manager against the proved lowest possible maximum; null until"
                        + " finished, and when nobody holds anything.",
                nullable = true)
        @Nullable
        Busiest busiest,

        @Schema(
                description = "What the limit on moves costs, in a sentence; null: nothing, or there is none.",
                nullable = true)
        @Nullable
        String remark,

        @Schema(description = "When it was asked for.") Instant createdAt,

        @Schema(description = "Who asked for it.") String createdBy,

        @Schema(description = "When it ended.", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "Why it failed, in words.", nullable = true) @Nullable
        String failure) {}
