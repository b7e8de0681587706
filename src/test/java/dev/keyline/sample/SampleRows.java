package dev.keyline.sample;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sample as a reader of its files sees it, for its tests. */
final class SampleRows {
    static final SamplePortfolio SAMPLE = new SamplePortfolio();

    /** Rows by table, each from column to text. */
    static final Map<String, List<Map<String, String>>> ROWS =
            SAMPLE.tables().stream().collect(Collectors.toMap(Table::name, Table::read));

    private SampleRows() {}

    static List<Map<String, String>> rows(String table) {
        return Objects.requireNonNull(ROWS.get(table), table);
    }

    static List<String> column(String table, String column) {
        return rows(table).stream().map(row -> cell(row, column)).toList();
    }

    static String cell(Map<String, String> row, String column) {
        String text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("no column " + column + " in " + row.keySet());
        }
        return text;
    }

    /** Annual value of the running contracts by account, in dollars at the last rate. */
    static Map<String, Double> revenue() {
        Map<String, Double> rates = new HashMap<>(Map.of("USD", 1.0));
        rows("exchange_rate").forEach(row -> rates.put(cell(row, "currency"), Double.valueOf(cell(row, "rate"))));
        return rows("contract").stream()
                .filter(row -> !LocalDate.parse(cell(row, "ends_on")).isBefore(Anchor.MONDAY))
                .collect(Collectors.groupingBy(
                        row -> cell(row, "account_id"),
                        Collectors.summingDouble(row -> Double.parseDouble(cell(row, "annual_value"))
                                * Objects.requireNonNull(rates.get(cell(row, "currency"))))));
    }

    static double sum(Collection<Double> values) {
        return values.stream().mapToDouble(value -> value).sum();
    }
}
