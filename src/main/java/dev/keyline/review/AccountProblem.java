package dev.keyline.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account that a review could not decide, and why. */
@Schema(description = "An account that the review could not decide.")
public record AccountProblem(
        @Schema(description = "The account.") String account,
        @Schema(description = "Why, in words.") String problem) {}
