package dev.keyline.portfolio.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that was not taken.
 *
 * @param line where it begins in the file, from 1
 * @param column the first column at fault, null when it is the line as a whole
 * @param reason everything that is wrong with it
 * @param raw its cells as they stand in the file
 */
public record RejectedRow(String file, int line, @Nullable String column, String reason, List<String> raw) {}
