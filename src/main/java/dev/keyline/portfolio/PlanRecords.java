package dev.keyline.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.facts.SourceRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The sections of account plans as records that derivations read: {@code plan/<section>}, an entry a record. A section that
 * is one object is one record.
 */
final class PlanRecords {
    private static final String PREFIX = "plan/";

    private static final String ENTRIES = """
            select p.account_id, section.key as section, entry.value as entry
            from account_plan p, jsonb_each(p.document) as section, jsonb_array_elements(
                   case jsonb_typeof(section.value)
                     when 'array' then section.value
                     when 'object' then jsonb_build_array(section.value)
                     else '[]' end) as entry
            where p.account_id = any(:accounts) and section.key = any(:sections) and jsonb_typeof(entry.value) = 'object'
            """;

    private final Handle handle;
    private final ObjectMapper mapper;

    PlanRecords(Handle handle, ObjectMapper mapper) {
        this.handle = handle;
        this.mapper = mapper;
    }

    static boolean isPlan(String source) {
        return source.startsWith(PREFIX);
    }

    /** Adds the entries of every section that is among the sources, in one query. */
    void addTo(
            Map<String, Map<String, List<SourceRecord>>> byAccount,
            Collection<String> sources,
            Collection<String> accounts) {
        List<String> sections = sources.stream()
                .filter(PlanRecords::isPlan)
                .map(source -> source.substring(PREFIX.length()))
                .toList();
        if (sections.isEmpty()) {
            return;
        }
        handle.createQuery(ENTRIES)
                .bindArray("accounts", String.class, accounts.toArray())
                .bindArray("sections", String.class, sections.toArray())
                .map((row, context) -> byAccount
                        .computeIfAbsent(row.getString("account_id"), account -> new HashMap<>())
                        .computeIfAbsent(PREFIX + row.getString("section"), source -> new ArrayList<>())
                        .add(record(row.getString("entry"))))
                .list();
    }

    private SourceRecord record(String json) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        try {
            mapper.readTree(json)
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), value(field.getKey(), field.getValue())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("account_plan.document holds no JSON: " + json, e);
        }
        return new SourceRecord(fields);
    }

    /** By the convention of all names here: what ends in On is a day, in At an instant. */
    private static @Nullable Object value(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual()) {
            return name.endsWith("On")
                    ? LocalDate.parse(value.textValue())
                    : name.endsWith("At") ? Instant.parse(value.textValue()) : value.textValue();
        }
        return value.isArray() ? texts(value) : null;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
