package dev.keyline.coverage;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where somebody works or an account is seated. What is not known costs nothing. */
@Schema(description = "Where somebody works or an account is seated; what is not known costs nothing.")
public record Place(
        @Schema(description = "ISO 3166-1 alpha-2.", nullable = true) @Nullable
        String country,

        @Schema(description = "Compared with those of the same country only.", nullable = true) @Nullable
        String city,

        @Schema(description = "As in `Europe/Vienna`, from the IANA time zone database.", nullable = true) @Nullable
        String timeZone) {
    public static final Place UNKNOWN = new Place(null, null, null);

    boolean abroad(Place other) {
        return country != null && other.country != null && !country.equals(other.country);
    }

    /** In another city of the same country. */
    boolean elsewhere(Place other) {
        return country != null
                && country.equals(other.country)
                && city != null
                && other.city != null
                && !city.equals(other.city);
    }

    /** How far its clocks are ahead of UTC at noon of a day; null when its time zone is not known. */
    @Nullable
    Integer minutesAheadOfUtc(LocalDate day) {
        return timeZone == null
                ? null
                : Integer.valueOf(ZoneId.of(timeZone)
                                .getRules()
                                .getOffset(day.atTime(LocalTime.NOON))
                                .getTotalSeconds()
                        / 60);
    }
}
