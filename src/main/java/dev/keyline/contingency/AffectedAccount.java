package dev.keyline.contingency;

import dev.keyline.coverage.Succession;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account that an event would hit. */
@Schema(description = "An account that the event would hit.")
public record AffectedAccount(
        @Schema(description = "The account.") String account,
        @Schema(description = "What it is called.") String name,

        @Schema(
                description = "What its running contracts are worth a year, in the reporting currency; null: unknown.",
                nullable = true)
        @Nullable
        BigDecimal annualContractValue,

        @Schema(description = "How much of that is at stake; null: unknown.", nullable = true) @Nullable
        BigDecimal atStake,

        @Schema(description = "The facts that would be others.")
        List<FactChange> facts,

        @Schema(description = "How it stands; null where a policy cannot decide.", nullable = true) @Nullable
        Risk before,

        @Schema(description = "How it would stand; null where a policy cannot decide.", nullable = true) @Nullable
        Risk after,

        @Schema(description = "The policies that would answer otherwise, and by which rows.")
        List<OutcomeChange> outcomes,

        @Schema(description = "The playbooks that would apply.")
        List<Playbook> playbooks,

        @Schema(
                description = "Who could take it over; null unless its account manager leaves, and for an account that"
                        + " no review has decided yet.",
                nullable = true)
        @Nullable
        Succession succession,

        @Schema(description = "Why the policies could not decide it, in words.", nullable = true) @Nullable
        String problem) {}
