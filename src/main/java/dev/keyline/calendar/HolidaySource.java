package dev.keyline.calendar;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose public holidays are kept. */
@Schema(description = "Whose public holidays are kept.")
public record HolidaySource(
        @Schema(description = "ISO 3166-1 alpha-2, as in DE.")
        String country,

        @Schema(
                description =
                        "The part of the country after its ISO 3166-2 prefix, as in BY; finer parts follow a slash. Absent: only what holds in all of the country.",
                nullable = true)
        @Nullable
        String subdivision) {
    public HolidaySource {
        country = upper(country);
        subdivision = subdivision == null || subdivision.isBlank() ? null : upper(subdivision);
    }

    List<String> subdivisions() {
        return subdivision == null
                ? List.of()
                : List.of(subdivision.toLowerCase(Locale.ROOT).split("/", -1));
    }

    private static String upper(@Nullable String code) {
        if (code == null) {
            throw new IllegalArgumentException("needs country, ISO 3166-1 alpha-2 such as DE");
        }
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
