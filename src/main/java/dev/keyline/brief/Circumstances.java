package dev.keyline.brief;

import dev.keyline.decision.Decisions;
import dev.keyline.decision.Grounds;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What acts on an account beside the outcomes that hold: cases that are open and people's own words. */
@Singleton
class Circumstances {
    private static final int MOST_CASES = 100;

    private record Row(OpenCase open, UUID decision) {}

    private final Decisions decisions;

    @Inject
    Circumstances(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The worst first. */
    List<OpenCase> openCases(Handle handle, String account) {
        List<Row> rows = handle.createQuery("""
                        select c.*, p.name as owner_name, cast(c.clock ->> 'dueAt' as timestamptz) as due_at
                        from account_case c left join person p on p.id = c.owner_id
                        where c.account_id = :account and c.state <> 'closed'
                        order by array_position(array['critical', 'high', 'medium', 'low'], c.severity), due_at, c.id
                        limit :limit
                        """)
                .bind("account", account)
                .bind("limit", MOST_CASES)
                .map((row, context) -> new Row(
                        new OpenCase(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getString("path"),
                                row.getString("cause"),
                                row.getString("severity"),
                                row.getString("state"),
                                row.getString("title"),
                                row.getString("reason"),
                                row.getString("owner_name"),
                                row.getTimestamp("opened_at").toInstant(),
                                instant(row.getTimestamp("due_at")),
                                row.getInt("rung"),
                                instant(row.getTimestamp("next_update_at")),
                                row.getTimestamp("unfound_since") != null,
                                null),
                        row.getObject("decision_id", UUID.class)))
                .list();
        Map<UUID, Grounds> grounds =
                decisions.grounds(handle, rows.stream().map(Row::decision).toList());
        return rows.stream()
                .map(row -> withGrounds(row.open(), grounds.get(row.decision())))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static OpenCase withGrounds(OpenCase open, @Nullable Grounds grounds) {
        return new OpenCase(
                open.id(),
                open.kind(),
                open.path(),
                open.cause(),
                open.severity(),
                open.state(),
                open.title(),
                open.reason(),
                open.owner(),
                open.openedAt(),
                open.dueAt(),
                open.rung(),
                open.nextUpdateAt(),
                open.closingProposed(),
                grounds);
    }

    /** Those that act on a day. */
    List<ActingOverride> overrides(Handle handle, String account, LocalDate day) {
        return handle.createQuery("""
                        select kind, value, reason, author, set_at, expires_on from account_override
                        where account_id = :account and withdrawn_at is null and expires_on > :day
                        order by kind, value
                        """)
                .bind("account", account)
                .bind("day", day)
                .map(ConstructorMapper.of(ActingOverride.class))
                .list();
    }
}
