package dev.keyline.coverage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The limits and weights of a plan that names none, as {@code planning/coverage-defaults.yaml} documents them.
 *
 * @param weights by soft constraint
 */
public record Defaults(Limits limits, SortedMap<String, Weight> weights) {
    /**
     * How much a soft constraint counts.
     *
     * @param price what 100 percent stands for
     * @param defaultPercent when a plan says nothing
     * @param min the least a plan may set
     * @param max the most a plan may set
     */
    public record Weight(
            String price,

            @com.fasterxml.jackson.annotation.JsonProperty("default")
            int defaultPercent,

            int min,
            int max) {}

    private static final String FILE = "planning/coverage-defaults.yaml";
    private static final Defaults SHIPPED = read();

    public Defaults {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    public static Defaults shipped() {
        return SHIPPED;
    }

    /** Every soft constraint's percentage: the ones given, else the default. */
    public SortedMap<String, Integer> weightsWith(Map<String, Integer> given) {
        SortedMap<String, Integer> all = new TreeMap<>();
        weights.forEach((name, weight) -> all.put(name, weight.defaultPercent()));
        all.putAll(given);
        return all;
    }

    private static Defaults read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = Defaults.class.getClassLoader().getResourceAsStream(FILE)) {
            return yaml.readValue(in, Defaults.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
