package dev.keyline.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every metric as of one month. */
@Schema(description = "Every metric as of one month.")
public record MetricsReport(
        @Schema(type = SchemaType.STRING, description = "The month.", examples = "2026-03")
        YearMonth month,

        @Schema(description = "The day a cohort is taken: the same month's end a year before.")
        LocalDate openingDay,

        @Schema(description = "The month's last day; today in a month that is not over.")
        LocalDate closingDay,

        @Schema(description = "Whether the month is over.") boolean complete,
        @Schema(description = "What it is divided by.") By by,

        @Schema(description = "The reporting currency, ISO 4217.")
        String currency,

        @Schema(description = "Which segment an account is placed in, in a sentence.")
        String placed,

        @Schema(description = "One a segment.") List<OfSegment> segments) {

    /** The metrics of one segment. */
    @Schema(description = "The metrics of one segment.")
    public record OfSegment(
            @Schema(description = "The segment.") Segment segment,
            @Schema(description = "One a metric.") List<MetricValue> values) {}
}
