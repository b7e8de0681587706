package dev.keyline.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a command found, in whatever form the caller reads.
 *
 * @param summary one sentence
 */
record Report(String summary, List<Line> lines) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** How a report is written. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON,
        /** For code review and editors: the Static Analysis Results Interchange Format, 2.1.0. */
        SARIF
    }

    /** How bad a line is, in SARIF's words. */
    enum Level {
        ERROR,
        WARNING,
        NOTE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing found.
     *
     * @param kind what sort of thing, in kebab-case
     * @param file as the caller named it
     * @param place within the file: table, row, cell; empty for the whole of it
     * @param example inputs that show it; null: none
     */
    record Line(
            Level level,
            String kind,
            String file,
            String place,
            String message,
            @Nullable Map<String, ?> example) {}

    Report {
        lines = List.copyOf(lines);
    }

    long count(Level level) {
        return lines.stream().filter(line -> line.level() == level).count();
    }

    void write(Format format, PrintWriter out) {
        switch (format) {
            case TEXT -> writeText(out);
            case JSON -> out.println(json(asJson()));
            case SARIF -> out.println(json(asSarif()));
        }
        out.flush();
    }

    private void writeText(PrintWriter out) {
        for (Line line : lines) {
            out.printf(
                    "%s: %s: %s%s%s%n",
                    line.file(),
                    line.level().word(),
                    line.place().isEmpty() ? "" : line.place() + ": ",
                    line.message(),
                    line.example() == null ? "" : " For example " + line.example() + ".");
        }
        out.println(summary);
    }

    private Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("summary", summary);
        json.put("errors", count(Level.ERROR));
        json.put("warnings", count(Level.WARNING));
        json.put("notes", count(Level.NOTE));
        json.put("lines", lines);
        return json;
    }

    private Map<String, Object> asSarif() {
        List<Map<String, String>> rules = new TreeSet<>(
                        lines.stream().map(Line::kind).toList())
                .stream().map(kind -> Map.of("id", kind)).toList();
        return Map.of(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
                "version", "2.1.0",
                "runs",
                        List.of(Map.of(
                                "tool", Map.of("driver", Map.of("name", "keyline", "rules", rules)),
                                "results", lines.stream().map(Report::result).toList())));
    }

    private static Map<String, Object> result(Line line) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put(
                "physicalLocation",
                Map.of("artifactLocation", Map.of("uri", line.file().replace('\\', '/'))));
        if (!line.place().isEmpty()) {
            location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", line.place())));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", line.kind());
        result.put("level", line.level().word());
        result.put("message", Map.of("text", line.message()));
        result.put("locations", List.of(location));
        if (line.example() != null) {
            result.put("properties", Map.of("example", line.example()));
        }
        return result;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report holds plain values only", e);
        }
    }
}
