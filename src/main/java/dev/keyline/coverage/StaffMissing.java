package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom it takes to look after accounts that a plan leaves open. */
@Schema(description = "Whom it takes to look after accounts that a plan leaves open.")
public record StaffMissing(
        @Schema(description = "`account-manager` or `executive`.")
        PersonKind role,

        @Schema(description = "The region to cover; null: any.", nullable = true) @Nullable
        String region,

        @Schema(description = "The language to speak; null: any.", nullable = true) @Nullable
        String language,

        @Schema(description = "The clearance to hold; null: none.", nullable = true) @Nullable
        String clearance,

        @Schema(description = "The products to be skilled in.")
        List<String> skills,

        @Schema(description = "The level an executive must have; null for an account manager.", nullable = true)
        @Nullable
        Integer level,

        @Schema(description = "How many accounts ask for it.")
        int accounts,

        @Schema(description = "Points a month they take together; 0 for an executive.")
        Points points,

        @Schema(description = "How many full-time people that is.")
        int people,

        @Schema(description = "The same as a sentence.") String sentence) {}
