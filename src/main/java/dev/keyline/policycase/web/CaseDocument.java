package dev.keyline.policycase.web;

import dev.keyline.policycase.PolicyCase;
import dev.keyline.policycase.StoredCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case of a policy. */
@Schema(description = "Facts, and what a policy must make of them.")
record CaseDocument(
        @Schema(description = "Its id; null: the release ships it, and it cannot be edited here.", nullable = true)
        @Nullable
        UUID id,

        @Schema(description = "The policy.", examples = "account-tier")
        String policy,

        @Schema(description = "What the case shows.") String name,

        @Schema(description = "The facts, by name; one that is not here is unknown.")
        Map<String, Object> facts,

        @Schema(description = "What `today()` and `now()` are.")
        Instant asOf,

        @Schema(description = "What has to be in the outcome, other components aside; null: anything.", nullable = true)
        @Nullable
        Object outcome,

        @Schema(description = "Rows or rules that have to be among those that decide.")
        List<String> rules,

        @Schema(description = "Rows or rules that must not decide.")
        List<String> not,

        @Schema(
                description =
                        "By fact, ids or places (from 0) of what is taken back after all rules have fired; of shipped cases only.")
        Map<String, List<Object>> withdrawn,

        @Schema(description = "The decision it was made from; null: none.", nullable = true) @Nullable
        UUID decision,

        @Schema(description = "Who wrote it; null: the release ships it.", nullable = true) @Nullable
        String author,

        @Schema(description = "When it was written; null: the release ships it.", nullable = true) @Nullable
        Instant createdAt,

        @Schema(description = "Who changed it last; null: the release ships it.", nullable = true) @Nullable
        String changedBy,

        @Schema(description = "When it was changed last; null: the release ships it.", nullable = true) @Nullable
        Instant changedAt) {

    static CaseDocument shipped(String policy, PolicyCase one) {
        return new CaseDocument(
                null,
                policy,
                one.name(),
                one.facts(),
                one.asOf(),
                one.outcome(),
                one.rules(),
                one.not(),
                one.withdrawn(),
                null,
                null,
                null,
                null,
                null);
    }

    static CaseDocument of(StoredCase stored) {
        PolicyCase content = stored.content();
        return new CaseDocument(
                stored.id(),
                stored.policy(),
                content.name(),
                content.facts(),
                content.asOf(),
                content.outcome(),
                content.rules(),
                content.not(),
                content.withdrawn(),
                stored.fromDecision(),
                stored.author(),
                stored.createdAt(),
                stored.changedBy(),
                stored.changedAt());
    }
}
