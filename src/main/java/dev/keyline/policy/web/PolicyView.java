package dev.keyline.policy.web;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.policy.PolicySet;
import dev.keyline.policy.PolicyVersion;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy in force, in short. */
@Schema(description = "A policy in force.")
record PolicyView(
        @Schema(description = "Its name, as in `POST /decisions/{policy}`.", examples = "account-tier")
        String policy,

        @Schema(description = "The version in force.") int version,

        @Schema(description = "`shipped` with a release, or `edited`.")
        String origin,

        @Schema(description = "Its file.", examples = "dmn/tiering/account-tier.dmn")
        String file,

        @Schema(description = "SHA-256 of its text.") String sha256,

        @Schema(description = "How many facts it asks for.") int facts,

        @Schema(description = "How many rows or rules it has.")
        int rows,

        @Schema(description = "Policies whose outcomes are among its facts.")
        Collection<String> needs) {

    static PolicyView of(CompiledPolicy policy, PolicyVersion version, PolicySet set) {
        return new PolicyView(
                policy.id(),
                version.number(),
                version.origin().word(),
                version.path(),
                version.sha256(),
                policy.facts().size(),
                policy.rows().size(),
                set.upstream(policy.id()));
    }
}
