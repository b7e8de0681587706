package dev.keyline.policy.web;

import dev.keyline.policy.InForce;
import dev.keyline.policy.VersionHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a policy, without its text. */
@Schema(name = "PolicyVersion", description = "A text of a policy that never changes.")
record VersionView(
        @Schema(description = "The policy's name.") String policy,

        @Schema(description = "From 1, by policy.") int version,

        @Schema(description = "SHA-256 of its text in UTF-8, and of what it imports where it imports something.")
        String sha256,

        @Schema(description = "Where its file stands.", examples = "dmn/tiering/account-tier.dmn")
        String file,

        @Schema(description = "Where the files stand that it imports beside the facts; mostly none.")
        List<String> imports,

        @Schema(description = "`shipped` with a release, or `edited`.")
        String origin,

        @Schema(description = "Who wrote it; `release` for what is shipped.")
        String author,

        @Schema(description = "The version it was made from; null: it is the first.", nullable = true) @Nullable
        Integer parent,

        @Schema(description = "Another version whose changes it took over; null: none.", nullable = true) @Nullable
        Integer merged,

        @Schema(description = "Why it was made.", nullable = true) @Nullable
        String message,

        @Schema(description = "When.") Instant createdAt,

        @Schema(description = "When it was, is or will be in force, in the order of time; empty: never.")
        List<Period> inForce) {

    /** A time in force. */
    @Schema(name = "InForcePeriod", description = "A time in which a version was, is or will be in force.")
    record Period(
            @Schema(description = "From when; null: since ever.", nullable = true) @Nullable
            Instant from,

            @Schema(description = "The first instant at which it is no longer; null: open.", nullable = true) @Nullable
            Instant until) {}

    /** A version with its times among the pointers of its policy. */
    static VersionView of(VersionHead head, List<InForce> pointers) {
        return new VersionView(
                head.policy(),
                head.number(),
                head.sha256(),
                head.path(),
                head.imports(),
                head.origin().word(),
                head.author(),
                head.parent(),
                head.merged(),
                head.message(),
                head.createdAt(),
                periods(head.number(), pointers));
    }

    private static List<Period> periods(int version, List<InForce> pointers) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            if (Objects.equals(pointers.get(i).version(), version)) {
                Instant until = i + 1 < pointers.size() ? pointers.get(i + 1).since() : null;
                periods.add(new Period(known(pointers.get(i).since()), until));
            }
        }
        return periods;
    }

    /** Null for since ever. */
    static @Nullable Instant known(Instant since) {
        return since.equals(Instant.MIN) ? null : since;
    }
}
