package dev.keyline.policycase;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a case does not pass: something in it is no fact or row, or the policy answers otherwise. */
@Schema(description = "Why a case does not pass.")
public record CaseFault(
        @Schema(description = "JSON pointer into the case.", examples = "/outcome/tier")
        String at,

        @Schema(description = "What is wrong, in words.", examples = "is Tier 2, expected Tier 1")
        String message,

        @Schema(description = "What the case expects there; null when the case itself is wrong.", nullable = true)
        @Nullable
        Object expected,

        @Schema(description = "What the policy answers there; null: nothing.", nullable = true) @Nullable
        Object actual) {

    static CaseFault ofCase(String at, String message) {
        return new CaseFault(at, message, null, null);
    }
}
