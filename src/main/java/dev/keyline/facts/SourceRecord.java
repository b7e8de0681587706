package dev.keyline.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a source: its fields in camelCase, values as text, decimals, booleans, local dates and instants. */
public record SourceRecord(Map<String, @Nullable Object> fields) {
    @Nullable
    Object get(String field) {
        return fields.get(field);
    }

    @Nullable
    BigDecimal number(String field) {
        return (BigDecimal) fields.get(field);
    }

    /** A field as the day it falls on; null where the field is empty. */
    @Nullable
    LocalDate day(String field, ZoneId zone) {
        Object value = fields.get(field);
        return value instanceof Instant instant ? instant.atZone(zone).toLocalDate() : (LocalDate) value;
    }
}
