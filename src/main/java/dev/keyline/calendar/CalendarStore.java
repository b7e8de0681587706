package dev.keyline.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code business_calendar}. */
@Singleton
class CalendarStore {
    private final ObjectMapper mapper;

    @Inject
    CalendarStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Which version holds. */
    record InForce(String region, int version) {}

    /** One writer of a region at a time, until the transaction ends. */
    static void lock(Handle handle, String region) {
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended('business_calendar ' || :region, 0))")
                .bind("region", region)
                .mapToMap()
                .list();
    }

    /** The version in force for a region: its own, else that of the region for all others. */
    static Optional<InForce> inForce(Handle handle, String region, String others, Instant at) {
        return handle.createQuery("""
                        select region, number from business_calendar
                        where region in (:region, :others) and (in_force_from is null or in_force_from <= :at)
                        order by region <> :region, in_force_from desc nulls last, number desc limit 1
                        """)
                .bind("region", region)
                .bind("others", others)
                .bind("at", at)
                .map((row, context) -> new InForce(row.getString("region"), row.getInt("number")))
                .findOne();
    }

    Optional<CalendarVersion> find(Handle handle, String region, int number) {
        return handle.createQuery("select * from business_calendar where region = :region and number = :number")
                .bind("region", region)
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne();
    }

    Optional<CalendarVersion> newest(Handle handle, String region) {
        return versions(handle, region, null, 1).stream().findFirst();
    }

    /** Newest first, from below a number. */
    List<CalendarVersion> versions(Handle handle, String region, @Nullable Integer below, int limit) {
        return handle.createQuery("""
                        select * from business_calendar
                        where region = :region and (cast(:below as integer) is null or number < :below)
                        order by number desc limit :limit
                        """)
                .bind("region", region)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    /** By region, what is in force in each; of a region whose first version is still to come, that one. */
    List<CalendarVersion> all(Handle handle, @Nullable String after, Instant at, int limit) {
        return handle.createQuery("""
                        select distinct on (region) * from business_calendar
                        where cast(:after as text) is null or region > :after
                        order by region, coalesce(in_force_from > :at, false),
                                 case when in_force_from <= :at then in_force_from end desc nulls last,
                                 in_force_from, number desc
                        limit :limit
                        """)
                .bind("after", after)
                .bind("at", at)
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    boolean isShipped(Handle handle, String region, CalendarDefinition definition) {
        return handle.createQuery("""
                        select exists (select from business_calendar where region = :region and origin = 'shipped'
                                       and definition = cast(:definition as jsonb))
                        """)
                .bind("region", region)
                .bind("definition", json(definition))
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Handle handle, CalendarVersion version) {
        int inserted = handle.createUpdate("""
                        insert into business_calendar (region, number, in_force_from, definition, origin, author, created_at)
                        values (:region, :number, :from, cast(:definition as jsonb), :origin, :author, :now)
                        """)
                .bind("region", version.region())
                .bind("number", version.version())
                .bind("from", version.inForceFrom())
                .bind("definition", json(version.calendar()))
                .bind("origin", version.origin())
                .bind("author", version.author())
                .bind("now", version.createdAt())
                .execute();
        if (inserted != 1) {
            throw new IllegalStateException("a new version of a calendar was not inserted");
        }
    }

    private CalendarVersion version(ResultSet row) throws SQLException {
        Timestamp from = row.getTimestamp("in_force_from");
        return new CalendarVersion(
                row.getString("region"),
                row.getInt("number"),
                from == null ? null : from.toInstant(),
                read(row.getString("definition")),
                row.getString("origin"),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant());
    }

    private CalendarDefinition read(String json) {
        try {
            return mapper.readValue(json, CalendarDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("business_calendar holds no calendar: " + json, e);
        }
    }

    private String json(CalendarDefinition definition) {
        try {
            return mapper.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar that is no JSON: " + definition, e);
        }
    }
}
