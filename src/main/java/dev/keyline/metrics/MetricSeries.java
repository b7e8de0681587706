package dev.keyline.metrics;

import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One metric over months. */
@Schema(description = "One metric over months.")
public record MetricSeries(
        @Schema(description = "The metric.") Metric metric,
        @Schema(description = "What it is divided by.") By by,

        @Schema(description = "The reporting currency, ISO 4217.")
        String currency,

        @Schema(description = "Which segment an account is placed in, in a sentence.")
        String placed,

        @Schema(description = "One a segment.") List<OfSegment> segments) {

    /** The series of one segment. */
    @Schema(description = "The series of one segment.")
    public record OfSegment(
            @Schema(description = "The segment.") Segment segment,

            @Schema(description = "One a month, the earliest first.")
            List<Point> points) {}

    /** One month of a series. */
    @Schema(description = "One month of a series.")
    public record Point(
            @Schema(type = SchemaType.STRING, description = "The month.", examples = "2026-03")
            YearMonth month,

            @Schema(description = "The metric as of its end.")
            MetricValue measured) {}
}
