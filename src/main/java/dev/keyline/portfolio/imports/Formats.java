package dev.keyline.portfolio.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a file writes what is no plain text.
 *
 * @param dates {@link Dates} patterns, tried in order
 * @param zone of times that name none, and where a date begins
 * @param language of the names of months and countries
 * @param separator between the elements of a list
 * @param empty texts that mean "nothing is known", besides nothing at all
 */
record Formats(
        List<String> dates, ZoneId zone, Locale language, NumberStyle numbers, String separator, Set<String> empty) {
    static Formats usual(ZoneId zone) {
        return new Formats(List.of(Dates.ISO), zone, Locale.ENGLISH, NumberStyle.POINT, ";", Set.of());
    }

    boolean isEmpty(String text) {
        return text.isEmpty() || empty.contains(text);
    }
}
