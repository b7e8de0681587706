package dev.keyline.policy.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy, in short. */
@Schema(description = "A policy, in short.")
record PolicyView(
        @Schema(description = "Its name, as in `POST /decisions/{policy}`.", examples = "account-tier")
        String policy,

        @Schema(description = "What it is for, in its own words.", nullable = true) @Nullable
        String description,

        @Schema(description = "`dmn`; `rules`, which change with a release only; `catalogue` for the facts' sources.")
        String kind,

        @Schema(description = "What it is about: the folder of its file.", examples = "tiering")
        String topic,

        @Schema(
                description =
                        "`in-force`; `diverged`: a release ships another text than the edit in force; `scheduled`: none is in force, one is still to come; `withdrawn`: one was in force, none is any more; `draft`: none ever was.")
        String state,

        @Schema(description = "The version in force; null: none.", nullable = true) @Nullable
        Integer version,

        @Schema(
                description =
                        "Since when the version is in force, or none is any more; null: since ever, or none ever was.",
                nullable = true)
        @Nullable
        Instant since,

        @Schema(description = "The version that a release ships instead; null unless diverged.", nullable = true)
        @Nullable
        Integer shippedVersion,

        @Schema(description = "`shipped` with a release, or `edited`; null: no version is in force.", nullable = true)
        @Nullable
        String origin,

        @Schema(description = "Its file.", examples = "dmn/tiering/account-tier.dmn")
        String file,

        @Schema(description = "SHA-256 of its text; null: no version is in force.", nullable = true) @Nullable
        String sha256,

        @Schema(description = "How many facts it asks for.") int facts,

        @Schema(description = "How many rows or rules it has.")
        int rows,

        @Schema(description = "Policies whose outcomes are among its facts.")
        Collection<String> needs,

        @Schema(description = "Who works on a draft of it.") List<String> drafts) {}
