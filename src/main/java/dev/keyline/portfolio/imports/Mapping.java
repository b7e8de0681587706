package dev.keyline.portfolio.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping document, read and found sound: how the files of an export become the portfolio.
 *
 * @param name what reports call it
 * @param document its text
 * @param anchor a day that is moved, with every other date of the files, into the present week; null: nothing moves
 */
public record Mapping(
        String name, String document, @Nullable LocalDate anchor, List<FileRule> rules) {
    List<FileRule> rulesFor(String fileName) {
        return rules.stream().filter(rule -> rule.matches(fileName)).toList();
    }
}
