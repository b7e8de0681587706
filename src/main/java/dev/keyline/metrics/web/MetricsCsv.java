package dev.keyline.metrics.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.keyline.engine.RowHit;
import dev.keyline.metrics.Concentration;
import dev.keyline.metrics.MetricSeries;
import dev.keyline.metrics.MetricValue;
import dev.keyline.metrics.MetricsReport;
import dev.keyline.metrics.Segment;
import dev.keyline.metrics.Target;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Metrics as rows for a spreadsheet: one a value, an empty cell where there is none. */
final class MetricsCsv {
    private static final String[] VALUES = {
        "month",
        "segment",
        "segment_name",
        "metric",
        "value",
        "unit",
        "numerator",
        "denominator",
        "accounts",
        "left_out",
        "tiers_then",
        "target",
        "band",
        "rules",
        "reason"
    };
    private static final String[] CURVE = {
        "month", "segment", "segment_name", "accounts", "of_accounts", "revenue", "of_revenue"
    };

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);

    private MetricsCsv(String... header) {
        csv.writeRecord(header);
    }

    static String of(MetricsReport report) {
        MetricsCsv csv = new MetricsCsv(VALUES);
        report.segments()
                .forEach(part -> part.values().forEach(value -> csv.value(report.month(), part.segment(), value)));
        return csv.text.toString();
    }

    static String of(MetricSeries series) {
        MetricsCsv csv = new MetricsCsv(VALUES);
        series.segments()
                .forEach(part ->
                        part.points().forEach(point -> csv.value(point.month(), part.segment(), point.measured())));
        return csv.text.toString();
    }

    static String of(Concentration concentration) {
        MetricsCsv csv = new MetricsCsv(CURVE);
        concentration
                .segments()
                .forEach(curve -> curve.points()
                        .forEach(point -> csv.csv.writeRecord(
                                concentration.month().toString(),
                                cell(curve.segment().id()),
                                cell(curve.segment().name()),
                                Integer.toString(point.accounts()),
                                number(point.ofAccounts()),
                                number(point.revenue()),
                                number(point.ofRevenue()))));
        return csv.text.toString();
    }

    private void value(YearMonth month, Segment segment, MetricValue value) {
        Target target = value.target();
        csv.writeRecord(
                month.toString(),
                cell(segment.id()),
                cell(segment.name()),
                value.metric().id(),
                number(value.value()),
                value.unit().words(),
                number(value.numerator()),
                number(value.denominator()),
                Integer.toString(value.accounts()),
                Integer.toString(value.leftOut()),
                value.tiersThen() == null ? "" : Integer.toString(value.tiersThen()),
                target == null ? "" : number(target.target()),
                target == null ? "" : cell(target.band()),
                target == null
                        ? ""
                        : target.rules().stream().map(RowHit::ruleId).collect(Collectors.joining(" ")),
                cell(value.reason()));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** A spreadsheet takes text that begins like a formula for one; an apostrophe keeps it text. */
    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
