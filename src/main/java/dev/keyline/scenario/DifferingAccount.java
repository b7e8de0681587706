package dev.keyline.scenario;

import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.PersonRef;
import dev.keyline.coverage.PlanDifferences;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account that two plans give to different people. */
@Schema(description = "An account that two plans give to different people, or that stands in one of them only.")
public record DifferingAccount(
        @Schema(description = "The account's id.") String account,

        @Schema(description = "The account's name at the time.")
        String accountName,

        @Schema(description = "What the plan does; null: the account is no part of it.", nullable = true) @Nullable
        Given plan,

        @Schema(description = "What the other does; null: the account is no part of it.", nullable = true) @Nullable
        Given with) {

    /** Who has it in one of the plans. */
    @Schema(name = "GivenAccount", description = "Who has an account in a plan.")
    public record Given(
            @Schema(description = "Its account manager; null: uncovered.", nullable = true) @Nullable
            PersonRef accountManager,

            @Schema(description = "Its executive sponsor; null: none needed, or missing.", nullable = true) @Nullable
            PersonRef sponsor,

            @Schema(description = "Whether it had another manager before.")
            boolean moved,

            @Schema(description = "Why it moves, or what is missing or unusual, in sentences.", nullable = true)
            @Nullable
            String reason) {

        static @Nullable Given of(@Nullable Assignment assignment) {
            return assignment == null
                    ? null
                    : new Given(
                            assignment.accountManager(), assignment.sponsor(), assignment.moved(), assignment.reason());
        }
    }

    static DifferingAccount of(PlanDifferences.Pair pair) {
        Assignment named = Objects.requireNonNull(pair.plan() == null ? pair.with() : pair.plan());
        return new DifferingAccount(pair.account(), named.accountName(), Given.of(pair.plan()), Given.of(pair.with()));
    }
}
