package dev.keyline.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tier set by hand, as it stands in the account's own document. */
public record TierOverride(
        @Schema(description = "The tier.") String tier,
        @Schema(description = "Why.") String reason,
        @Schema(description = "Who set it.") String author,

        @Schema(description = "The first day on which it no longer holds.")
        LocalDate expiresOn) {
    /** The one among what acts. */
    public static Optional<TierOverride> among(List<AccountOverride> acting) {
        return acting.stream()
                .filter(override -> override.kind().equals(OverrideKind.TIER.word()))
                .map(override ->
                        new TierOverride(override.value(), override.reason(), override.author(), override.expiresOn()))
                .findFirst();
    }
}
