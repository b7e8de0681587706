package dev.keyline.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code account_case} and {@code case_event} as records. */
@Singleton
class CaseRows {
    private final ObjectMapper mapper;

    @Inject
    CaseRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Case read(ResultSet row) throws SQLException {
        String clock = row.getString("clock");
        return new Case(
                row.getObject("id", UUID.class),
                row.getString("account_id"),
                CaseKind.of(row.getString("kind")),
                row.getString("path"),
                row.getString("cause"),
                Severity.of(row.getString("severity")),
                Severity.of(row.getString("found_severity")),
                CaseState.of(row.getString("state")),
                row.getString("title"),
                row.getString("reason"),
                parsed(row.getString("terms"), Terms.class),
                row.getObject("decision_id", UUID.class),
                row.getString("owner_id"),
                row.getTimestamp("opened_at").toInstant(),
                clock == null ? null : parsed(clock, CaseClock.class),
                row.getInt("rung"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                instant(row, "next_update_at"),
                instant(row, "unfound_since"),
                row.getInt("clean_reviews"),
                row.getString("confirmed_by"),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("close_reason"),
                row.getInt("clock_number"),
                row.getLong("revision"));
    }

    CaseEvent readEvent(ResultSet row) throws SQLException {
        try {
            return new CaseEvent(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getString("what"),
                    row.getString("actor"),
                    mapper.readValue(
                            row.getString("detail"), new TypeReference<Map<String, @Nullable Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("case_event.detail of " + row.getString("id"), e);
        }
    }

    @Nullable
    String json(@Nullable Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that is no JSON: " + value, e);
        }
    }

    private <T> T parsed(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("account_case holds no " + type.getSimpleName() + ": " + json, e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
