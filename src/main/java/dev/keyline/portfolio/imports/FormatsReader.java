package dev.keyline.portfolio.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the keys that say how values are written; they may stand on every level of a mapping, the inner one wins. */
final class FormatsReader {
    static final List<String> KEYS = List.of("dates", "zone", "language", "numbers", "separator", "empty");

    private static final int MAX_SEPARATOR = 5;

    private FormatsReader() {}

    /** What {@code place} says, and {@code outer} where it says nothing. */
    static Formats read(Place place, Formats outer) {
        return new Formats(
                place.at("dates").map(FormatsReader::dates).orElse(outer.dates()),
                place.at("zone").flatMap(FormatsReader::zone).orElse(outer.zone()),
                place.at("language").flatMap(FormatsReader::language).orElse(outer.language()),
                place.at("numbers").flatMap(FormatsReader::numbers).orElse(outer.numbers()),
                place.at("separator").flatMap(FormatsReader::separator).orElse(outer.separator()),
                place.at("empty").map(texts -> Set.copyOf(texts.texts())).orElse(outer.empty()));
    }

    private static List<String> dates(Place place) {
        List<String> patterns = new ArrayList<>();
        for (String pattern : place.texts()) {
            try {
                Dates.check(pattern);
                patterns.add(pattern);
            } catch (IllegalArgumentException e) {
                place.refuse("'" + pattern + "' is no date pattern: " + e.getMessage()
                        + "; use iso, epoch-seconds, epoch-millis or letters as in dd.MM.yyyy HH:mm");
            }
        }
        if (place.node().isEmpty() && !place.node().isValueNode()) {
            place.refuse("must name at least one pattern");
        }
        return patterns;
    }

    private static Optional<ZoneId> zone(Place place) {
        String text = place.text();
        try {
            return text == null ? Optional.empty() : Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            place.refuse("'" + text + "' is no time zone; write it as in Europe/Berlin");
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(Place place) {
        String text = place.text();
        if (text != null && !Set.of(Locale.getISOLanguages()).contains(text)) {
            place.refuse("'" + text + "' is no language code of two letters, as de or en");
            return Optional.empty();
        }
        return Optional.ofNullable(text).map(Locale::forLanguageTag);
    }

    private static Optional<NumberStyle> numbers(Place place) {
        String text = place.text();
        Optional<NumberStyle> style = Arrays.stream(NumberStyle.values())
                .filter(candidate -> candidate.word().equals(text))
                .findFirst();
        if (style.isEmpty() && text != null) {
            place.refuse("'" + text + "' is neither point (1,234.5) nor comma (1.234,5)");
        }
        return style;
    }

    private static Optional<String> separator(Place place) {
        String text = place.text();
        if (text != null && (text.isEmpty() || text.length() > MAX_SEPARATOR)) {
            place.refuse("must be 1 to " + MAX_SEPARATOR + " characters");
            return Optional.empty();
        }
        return Optional.ofNullable(text);
    }
}
