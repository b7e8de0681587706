package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Row;
import java.util.List;

/**
 * A line of a file on its way into the portfolio.
 *
 * @param rows one, or a reading for each metric of a wide line
 */
record Candidate(CsvTable.Line line, List<Row> rows) {}
