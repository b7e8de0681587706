package dev.keyline.policy.web;

import dev.keyline.engine.PolicyText;
import dev.keyline.policy.Draft;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft as its readers see it. */
@Schema(description = "What somebody works on.")
record DraftView(
        @Schema(description = "The policy's name; `facts` and `catalogue` are drafted alike.")
        String policy,

        @Schema(description = "Whose draft it is.") String author,

        @Schema(description = "One more with every save; its ETag.")
        long revision,

        @Schema(description = "The version it began from; null: the policy has none yet.", nullable = true) @Nullable
        Integer base,

        @Schema(description = "Another version whose changes it took over; null: none.", nullable = true) @Nullable
        Integer merged,

        @Schema(
                description =
                        "Whether another version than its base is in force by now, so that it has to be rebased before it can be proposed.")
        boolean stale,

        @Schema(description = "When it was saved last.") Instant updatedAt,

        @Schema(description = "Why, in its author's words.", nullable = true) @Nullable
        String message,

        @Schema(description = "The policy's own file first, then those it imports.")
        List<File> files) {

    /** One of a draft's files. */
    @Schema(name = "PolicyFile", description = "A file of a policy.")
    record File(
            @Schema(description = "Where it stands, or would.", examples = "dmn/tiering/account-tier.dmn")
            String path,

            @Schema(description = "What is in it.") String text) {
        static File of(PolicyText text) {
            return new File(text.path(), text.text());
        }
    }

    static DraftView of(Draft draft, boolean stale) {
        return new DraftView(
                draft.policy(),
                draft.author(),
                draft.revision(),
                draft.baseVersion(),
                draft.mergedVersion(),
                stale,
                draft.updatedAt(),
                draft.message(),
                draft.texts().stream().map(File::of).toList());
    }
}
