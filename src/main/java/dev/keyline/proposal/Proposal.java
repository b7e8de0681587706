package dev.keyline.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Versions put forward to come into force together. */
@Schema(description = "Versions put forward to come into force together.")
public record Proposal(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "`open`, `approved`, `rejected` or `withdrawn`.")
        ProposalState state,

        @Schema(description = "Who put it forward.") String author,

        @Schema(description = "Why.") String message,

        @Schema(description = "The versions, by policy.") List<Proposed> policies,

        @Schema(description = "From when they are to be in force; null: from their approval on.", nullable = true)
        @Nullable
        Instant effectiveFrom,

        @Schema(
                description =
                        "Policies whose base is no longer in force: it cannot be approved, its drafts have to be rebased.")
        List<String> stale,

        @Schema(description = "What its readers have to know, as that an outcome loses a component.")
        List<String> notes,

        @Schema(description = "What check, cases and impact say of the drafts that it was made from.")
        Evidence evidence,

        @Schema(description = "One more with every change; its ETag.")
        long revision,

        @Schema(description = "When it was put forward.") Instant createdAt,

        @Schema(description = "Who approved, rejected or withdrew it; null while it is open.", nullable = true)
        @Nullable
        String decidedBy,

        @Schema(description = "When; null while it is open.", nullable = true) @Nullable
        Instant decidedAt,

        @Schema(description = "Why it was rejected.", nullable = true) @Nullable
        String reason,

        @Schema(description = "From when its versions were or will be in force; null unless approved.", nullable = true)
        @Nullable
        Instant inForceFrom,

        @Schema(description = "Who took its versions back, all together; null: nobody did.", nullable = true) @Nullable
        String rolledBackBy,

        @Schema(description = "When; null: never.", nullable = true) @Nullable
        Instant rolledBackAt) {

    /** One of its versions. */
    @Schema(name = "ProposedVersion", description = "A version that is put forward.")
    public record Proposed(
            @Schema(description = "The policy's name; `facts` and `catalogue` are proposed alike.")
            String policy,

            @Schema(description = "The version's number.") int version,

            @Schema(
                    description =
                            "The version it was made from, which has to be in force still; null: it is the first.",
                    nullable = true)
            @Nullable
            Integer base,

            @Schema(description = "Whose draft it was.") String author) {}

    public Proposal {
        policies = List.copyOf(policies);
        stale = List.copyOf(stale);
        notes = List.copyOf(notes);
    }

    /** Whether this person has written any of it. */
    boolean isBy(String person) {
        return author.equals(person)
                || policies.stream().anyMatch(proposed -> proposed.author().equals(person));
    }

    /** Numbers by name. */
    Map<String, Integer> versions() {
        Map<String, Integer> versions = new TreeMap<>();
        policies.forEach(proposed -> versions.put(proposed.policy(), proposed.version()));
        return versions;
    }

    Proposal withStale(List<String> policiesWithoutBase) {
        return with(policiesWithoutBase, evidence);
    }

    Proposal with(Evidence asOfNow) {
        return with(stale, asOfNow);
    }

    private Proposal with(List<String> policiesWithoutBase, Evidence asOfNow) {
        return new Proposal(
                id,
                state,
                author,
                message,
                policies,
                effectiveFrom,
                policiesWithoutBase,
                notes,
                asOfNow,
                revision,
                createdAt,
                decidedBy,
                decidedAt,
                reason,
                inForceFrom,
                rolledBackBy,
                rolledBackAt);
    }
}
