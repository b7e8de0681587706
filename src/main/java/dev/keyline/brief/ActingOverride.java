package dev.keyline.brief;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's own word that wins over a rule until it expires. */
@Schema(name = "BriefOverride", description = "A person's own word that wins over a rule until it expires.")
public record ActingOverride(
        @Schema(description = "tier, health or trigger-exclusion.")
        String kind,

        @Schema(description = "A tier, a health band, what is excluded.")
        String value,

        @Schema(description = "Why.") String reason,
        @Schema(description = "Who set it.") String author,

        @Schema(description = "When.", nullable = true) @Nullable
        Instant setAt,

        @Schema(description = "The first day on which it no longer acts.")
        LocalDate expiresOn) {}
