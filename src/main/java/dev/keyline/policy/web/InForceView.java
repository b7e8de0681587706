package dev.keyline.policy.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was, is or will be in force at an instant. */
@Schema(name = "InForce", description = "What was, is or will be in force at an instant.")
record InForceView(
        @Schema(description = "The instant.") Instant asOf,

        @Schema(description = "The versions, by name; `facts` and `catalogue` among them.")
        List<Version> versions) {

    /** A version in force. */
    @Schema(name = "VersionInForce", description = "A version in force.")
    record Version(
            @Schema(description = "The policy's name.") String policy,

            @Schema(description = "The version's number.") int version,

            @Schema(description = "From when; null: since ever.", nullable = true) @Nullable
            Instant since) {}
}
