package dev.keyline.casework;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** On what terms a case is worked on, as the policy {@code case-opening} gave them. */
@Schema(description = "On what terms the case is worked on, as the policy `case-opening` gave them.")
public record Terms(
        @Schema(
                description = "Hours within which somebody has to take it up; null: it has no clock.",
                nullable = true)
        @Nullable
        BigDecimal respondWithinHours,

        @Schema(description = "`business time` of the account's region, or `around the clock`.", nullable = true)
        @Nullable
        String counted,

        @Schema(
                description = "Hours, counted alike, within which the customer hears of it again; null: no cadence.",
                nullable = true)
        @Nullable
        BigDecimal updateEveryHours,

        @Schema(description = "Who hears of it when, from the bottom up.")
        List<Rung> ladder,

        @Schema(description = "Reviews in a row that must not find its cause before it is de-escalated.")
        int cleanReviews,

        @Schema(description = "The day by which it has to be done; null: none.", nullable = true) @Nullable
        LocalDate dueOn) {
    private static final String AROUND_THE_CLOCK = "around the clock";

    /** A step of the ladder. */
    @Schema(description = "A step of the ladder.")
    public record Rung(
            @Schema(description = "Of the response time, in percent; 0: from the start.")
            int percent,

            @Schema(
                    description = "Who hears of it then.",
                    examples = {"account-manager", "manager", "vice-president", "sponsor"})
            String level) {}

    public Terms {
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
    }

    boolean aroundTheClock() {
        return AROUND_THE_CLOCK.equals(counted);
    }

    @Nullable
    Duration respondWithin() {
        return inHours(respondWithinHours);
    }

    @Nullable
    Duration updateEvery() {
        return inHours(updateEveryHours);
    }

    private static @Nullable Duration inHours(@Nullable BigDecimal hours) {
        return hours == null
                ? null
                : Duration.ofSeconds(hours.multiply(BigDecimal.valueOf(3600)).longValue());
    }
}
