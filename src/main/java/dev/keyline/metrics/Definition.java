package dev.keyline.metrics;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a metric means. */
@Schema(description = "What a metric means.")
public record Definition(
        @Schema(description = "The metric.") Metric metric,
        @Schema(description = "What it is called.") String title,
        @Schema(description = "What its value counts.") Unit unit,
        @Schema(description = "How it is computed.") String formula,
        @Schema(description = "Which accounts it is about.") String counted,

        @Schema(description = "Where the definition comes from.")
        String source) {

    static List<Definition> all() {
        return Arrays.stream(Metric.values())
                .map(metric -> new Definition(
                        metric, metric.title(), metric.unit(), metric.formula(), metric.counted(), metric.source()))
                .toList();
    }
}
