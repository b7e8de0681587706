package dev.keyline.portfolio;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to decide by hand, as it came in. */
@Schema(description = "What to decide by hand.")
public record OverrideToSet(
        @Schema(description = "tier, health or trigger-exclusion.") @Nullable
        String kind,

        @Schema(
                description =
                        "A tier (Tier 1, Tier 2, Tier 3, not a key account); a health band (healthy, neutral, at risk, critical); renew, upsell, cross-sell, land-and-expand, a trigger's cause, or all.")
        @Nullable
        String value,

        @Schema(description = "Why: what the numbers do not know.") @Nullable
        String reason,

        @Schema(
                description =
                        "The first day on which it no longer acts: tomorrow at the earliest, in a year at the latest.")
        @Nullable
        LocalDate expiresOn) {
    /** P: what holds for longer than a year is a fact or a policy, and an override that nobody looks at again is neither. */
    private static final int MOST_YEARS = 1;

    private static final int LONGEST_REASON = 2_000;

    /** What was found in order. */
    record Checked(OverrideKind kind, String value, String reason, LocalDate expiresOn) {}

    /**
     * Holds it to what an override must have.
     *
     * @throws BadInputException with every error found
     */
    Checked check(LocalDate today) {
        List<InputError> errors = new ArrayList<>();
        Optional<OverrideKind> known = OverrideKind.named(String.valueOf(kind));
        if (known.isEmpty()) {
            errors.add(new InputError("/kind", "must be one of " + OverrideKind.words()));
        }
        String whichValue = value == null ? "" : value.strip();
        known.flatMap(found -> found.refusal(whichValue))
                .ifPresent(message -> errors.add(new InputError("/value", message)));
        LocalDate expiry = expiresOn;
        if (expiry == null || !expiry.isAfter(today) || expiry.isAfter(today.plusYears(MOST_YEARS))) {
            errors.add(new InputError(
                    "/expiresOn",
                    "must be a day from " + today.plusDays(1) + " to " + today.plusYears(MOST_YEARS)
                            + ": nothing is decided by hand for ever"));
        }
        reasonRefusal(reason).ifPresent(errors::add);
        if (!errors.isEmpty() || known.isEmpty() || reason == null || expiry == null) {
            throw new BadInputException(errors);
        }
        return new Checked(known.get(), whichValue, reason.strip(), expiry);
    }

    static Optional<InputError> reasonRefusal(@Nullable String reason) {
        return reason == null || reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of(new InputError("/reason", "must say why, in at most " + LONGEST_REASON + " characters"))
                : Optional.empty();
    }
}
