package dev.keyline.impact;

import dev.keyline.engine.PolicyText;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text that stands in the place of what is in force: somebody's draft, or a version. */
@Schema(description = "A text that stands in the place of what is in force: somebody's draft, or a version.")
public record RehearsedPolicy(
        @Schema(description = "The policy.", examples = "account-tier")
        String policy,

        @Schema(description = "Whose draft it is; null: a version.", nullable = true) @Nullable
        String author,

        @Schema(description = "The version; null: a draft.", nullable = true) @Nullable
        Integer version) {

    /**
     * With its text, which stays as it was when the impact was asked for, whatever becomes of the draft.
     *
     * @param imports models that it imports beside the vocabulary; null in those of before there could be any
     */
    public record Text(
            RehearsedPolicy of,
            String path,
            String text,
            @Nullable List<PolicyText> imports) {
        /** As the text stands now. */
        public static Text of(RehearsedPolicy of, PolicyText text) {
            return new Text(of, text.path(), text.text(), text.imports());
        }

        PolicyText asText() {
            return new PolicyText(of.policy(), path, text, Objects.requireNonNullElse(imports, List.of()));
        }
    }
}
