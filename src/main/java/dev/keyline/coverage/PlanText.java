package dev.keyline.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A plan's input as the text it is stored and hashed as: members in the records' order, whatever the service's JSON is. */
final class PlanText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private PlanText() {}

    static String write(PlanInput input) {
        try {
            return JSON.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a plan's input must be JSON", e);
        }
    }

    static String writeHolders(Map<String, Holders> holders) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(holders));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("who holds what must be JSON", e);
        }
    }

    static String writeVersions(SortedMap<String, Integer> versions) {
        try {
            return JSON.writeValueAsString(versions);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("versions must be JSON", e);
        }
    }

    static SortedMap<String, Integer> readVersions(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan's versions cannot be read", e);
        }
    }

    static Map<String, Holders> readHolders(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan's beginning cannot be read", e);
        }
    }

    static PlanInput read(String text) {
        try {
            return JSON.readValue(text, PlanInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan's input cannot be read", e);
        }
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
