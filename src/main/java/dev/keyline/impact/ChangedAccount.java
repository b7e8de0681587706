package dev.keyline.impact;

import dev.keyline.casework.CaseChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account for which some policy would answer otherwise. */
@Schema(description = "An account for which some policy would answer otherwise.")
public record ChangedAccount(
        @Schema(description = "The account.") String account,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "The sales region.", nullable = true) @Nullable
        String region,

        @Schema(
                description = "What its running contracts are worth a year, in the reporting currency; null: unknown.",
                nullable = true)
        @Nullable
        BigDecimal annualContractValue,

        @Schema(description = "Its tier; null: stays as it is.", nullable = true) @Nullable
        Moved tier,

        @Schema(description = "Its health band; null: stays as it is.", nullable = true) @Nullable
        Moved healthBand,

        @Schema(description = "Cases that would open.") List<CaseChange> casesOpened,

        @Schema(description = "Open cases that would be proposed for closing.")
        List<CaseChange> casesClosing,

        @Schema(description = "Expansion triggers that would be found.")
        List<Trigger> triggersAdded,

        @Schema(description = "Expansion triggers that would no longer be found.")
        List<Trigger> triggersGone,

        @Schema(description = "The policies that would answer otherwise, by which rows, in order.")
        List<PolicyChange> policies,

        @Schema(description = "Why a policy would give it no outcome, in words.", nullable = true) @Nullable
        String problem) {
    static final String TIER = "account-tier";
    static final String HEALTH = "account-health";
    static final String TRIGGERS = "expansion-trigger";
    static final String CARE = "engagement-model";

    /** A reason to talk with the customer about more. */
    @Schema(description = "A reason to talk with the customer about more.")
    public record Trigger(
            @Schema(description = "How it would grow.") String kind,
            @Schema(description = "What gave it.") String cause,

            @Schema(description = "The product it speaks of; null: none in particular.", nullable = true) @Nullable
            String product) {

        static Set<Trigger> of(@Nullable Answer answer) {
            return answer != null
                            && answer.outcome() instanceof Map<?, ?> outcome
                            && outcome.get("triggers") instanceof List<?> triggers
                    ? triggers.stream()
                            .map(trigger -> (Map<?, ?>) trigger)
                            .map(trigger -> new Trigger(
                                    String.valueOf(trigger.get("kind")),
                                    String.valueOf(trigger.get("cause")),
                                    Objects.toString(trigger.get("productId"), null)))
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        static List<Trigger> without(Set<Trigger> triggers, Set<Trigger> others) {
            return triggers.stream()
                    .filter(trigger -> !others.contains(trigger))
                    .sorted(java.util.Comparator.comparing(Trigger::toString))
                    .toList();
        }
    }
}
