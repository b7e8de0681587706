package dev.keyline.portfolio;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tier set by hand. */
public record TierOverride(
        @Schema(description = "The tier.") String tier,
        @Schema(description = "Why.") String reason,
        @Schema(description = "Who set it.") String author,
        @Schema(description = "The last day it holds.") LocalDate expiresOn) {}
