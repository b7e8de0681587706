package dev.keyline.metrics;

import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the portfolio. */
@Schema(description = "A part of the portfolio.")
public record Segment(
        @Schema(
                description = "The tier, region or person's id; null for accounts that have none, or for the whole.",
                nullable = true)
        @Nullable
        String id,

        @Schema(description = "What it is called.") String name) {

    /** By name, accounts that belong nowhere last. */
    static final Comparator<Segment> ORDER = Comparator.comparing((Segment segment) -> segment.id == null)
            .thenComparing(Segment::name)
            .thenComparing(segment -> String.valueOf(segment.id));

    static Segment of(By by, @Nullable String key, Map<String, String> names) {
        return by == By.WHOLE || key == null
                ? new Segment(null, by.unnamed())
                : new Segment(key, names.getOrDefault(key, key));
    }
}
