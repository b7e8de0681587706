package dev.keyline.acceptance;

import dev.keyline.acceptance.SeatChange.Held;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code plan_acceptance} and {@code accepted_seat}, and who holds the seats of table {@code assignment}. */
final class AcceptanceStore {
    /** Names a seat. */
    record Seat(String account, String role) {}

    private static final String ACCEPTANCE = """
            select a.*, (select count(*) from accepted_seat s where s.acceptance_id = a.id) as seats,
                   (select count(*) from accepted_seat s where s.acceptance_id = a.id and s.state = 'left alone')
                     as left_alone
            from plan_acceptance a
            """;

    private AcceptanceStore() {}

    /** Nobody else accepts, applies or undoes until the transaction ends. */
    static void lock(Handle handle) {
        handle.execute("lock table plan_acceptance in share row exclusive mode");
    }

    static void insert(Handle handle, Acceptance acceptance, List<SeatChange> seats) {
        int inserted = handle.createUpdate("""
                        insert into plan_acceptance (id, plan_id, effective_on, asked_by, accepted_by, accepted_at,
                            approved_by)
                        values (:id, :plan, :effectiveOn, :askedBy, :acceptedBy, :acceptedAt, :approvedBy)
                        """)
                .bind("id", acceptance.id())
                .bind("plan", acceptance.plan())
                .bind("effectiveOn", acceptance.effectiveOn())
                .bind("askedBy", acceptance.askedBy())
                .bind("acceptedBy", acceptance.acceptedBy())
                .bind("acceptedAt", acceptance.acceptedAt())
                .bindArray("approvedBy", String.class, acceptance.approvedBy())
                .execute();
        one(inserted, acceptance.id());
        PreparedBatch batch = handle.prepareBatch("""
                insert into accepted_seat (acceptance_id, account_id, role, person_before, person_after, pinned_after,
                    state)
                values (:id, :account, :role, :before, :after, :pinned, 'waiting')
                """);
        for (SeatChange seat : seats) {
            batch.bind("id", acceptance.id())
                    .bind("account", seat.account())
                    .bind("role", seat.role())
                    .bind("before", SeatChange.person(seat.before()))
                    .bind("after", SeatChange.person(seat.after()))
                    .bind("pinned", seat.after() != null && seat.after().pinned())
                    .add();
        }
        if (!seats.isEmpty()) {
            batch.execute();
        }
    }

    static Optional<Acceptance> find(Handle handle, UUID id) {
        return handle.createQuery(ACCEPTANCE + "where a.id = :id")
                .bind("id", id)
                .map((row, context) -> acceptance(row))
                .findOne();
    }

    /** A plan's acceptance that has not been undone. */
    static Optional<Acceptance> standing(Handle handle, UUID plan) {
        return handle.createQuery(
                        ACCEPTANCE + "where a.plan_id = :plan and a.undone_at is null order by a.id desc limit 1")
                .bind("plan", plan)
                .map((row, context) -> acceptance(row))
                .findOne();
    }

    /** The one that holds latest, of those that have not been undone. */
    static Optional<Acceptance> last(Handle handle) {
        return handle.createQuery(ACCEPTANCE + "where a.undone_at is null order by a.effective_on desc limit 1")
                .map((row, context) -> acceptance(row))
                .findOne();
    }

    /** The one that holds on a day: on days before an undoing the undone one, too. */
    static Optional<Acceptance> on(Handle handle, LocalDate day) {
        return handle.createQuery(ACCEPTANCE + """
                        where a.effective_on <= :day and (a.undone_on is null or a.undone_on > :day)
                        order by a.effective_on desc, a.id desc limit 1
                        """)
                .bind("day", day)
                .map((row, context) -> acceptance(row))
                .findOne();
    }

    /** Newest first, from below an id. */
    static List<Acceptance> page(Handle handle, @Nullable UUID below, int limit) {
        return handle.createQuery(ACCEPTANCE
                        + "where :below::uuid is null or a.id < :below::uuid order by a.id desc limit :limit")
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> acceptance(row))
                .list();
    }

    static List<SeatChange> seats(Handle handle, UUID id, String state) {
        return handle.createQuery("""
                        select * from accepted_seat where acceptance_id = :id and state = :state
                        order by account_id, role
                        """)
                .bind("id", id)
                .bind("state", state)
                .map((row, context) -> new SeatChange(
                        row.getString("account_id"),
                        row.getString("role"),
                        held(
                                row.getString("person_before"),
                                row.getObject("since_before", LocalDate.class),
                                row.getBoolean("pinned_before")),
                        held(row.getString("person_after"), null, row.getBoolean("pinned_after"))))
                .list();
    }

    /** Says what became of a waiting seat, and what was found there. */
    static void settle(Handle handle, UUID id, List<SeatChange> seats, String state) {
        PreparedBatch batch = handle.prepareBatch("""
                update accepted_seat
                set state = :state, since_before = :since, pinned_before = :pinned
                where acceptance_id = :id and account_id = :account and role = :role
                """);
        for (SeatChange seat : seats) {
            Held before = seat.before();
            batch.bind("state", state)
                    .bind("since", before == null ? null : before.since())
                    .bind("pinned", before == null ? null : before.pinned())
                    .bind("id", id)
                    .bind("account", seat.account())
                    .bind("role", seat.role())
                    .add();
        }
        if (!seats.isEmpty()) {
            batch.execute();
        }
    }

    static void applied(Handle handle, UUID id, Instant now) {
        one(
                handle.createUpdate(
                                "update plan_acceptance set applied_at = :now where id = :id and applied_at is null")
                        .bind("now", now)
                        .bind("id", id)
                        .execute(),
                id);
    }

    static void undone(Handle handle, UUID id, LocalDate day, Instant now, String caller) {
        one(
                handle.createUpdate("""
                                update plan_acceptance set undone_on = :day, undone_at = :now, undone_by = :caller
                                where id = :id and undone_at is null
                                """)
                        .bind("day", day)
                        .bind("now", now)
                        .bind("caller", caller)
                        .bind("id", id)
                        .execute(),
                id);
    }

    /** Who will hold each seat at the beginning of a day, as far as is known. */
    static Map<Seat, Held> holdersOn(Handle handle, LocalDate day) {
        Map<Seat, Held> holders = new HashMap<>();
        handle.createQuery("select account_id, role, person_id, pinned from seat_holders(:day)")
                .bind("day", day)
                .map((row, context) -> holders.put(
                        new Seat(row.getString("account_id"), row.getString("role")),
                        new Held(row.getString("person_id"), null, row.getBoolean("pinned"))))
                .list();
        return holders;
    }

    /** Who holds the seats of these accounts now; nobody else changes those until the transaction ends. */
    static Map<Seat, Held> lockHolders(Handle handle, Collection<String> accounts) {
        Map<Seat, Held> holders = new HashMap<>();
        handle.createQuery("""
                        select account_id, role, person_id, since, pinned from assignment
                        where account_id = any(:accounts) order by account_id, role for update
                        """)
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> holders.put(
                        new Seat(row.getString("account_id"), row.getString("role")),
                        new Held(
                                row.getString("person_id"),
                                row.getObject("since", LocalDate.class),
                                row.getBoolean("pinned"))))
                .list();
        return holders;
    }

    private static @Nullable Held held(@Nullable String person, @Nullable LocalDate since, boolean pinned) {
        return person == null ? null : new Held(person, since, pinned);
    }

    private static Acceptance acceptance(ResultSet row) throws SQLException {
        Instant applied = instant(row, "applied_at");
        Instant undone = instant(row, "undone_at");
        return new Acceptance(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                undone != null
                        ? AcceptanceState.UNDONE
                        : applied == null ? AcceptanceState.COMING : AcceptanceState.APPLIED,
                row.getObject("effective_on", LocalDate.class),
                row.getString("asked_by"),
                row.getString("accepted_by"),
                row.getTimestamp("accepted_at").toInstant(),
                texts(row.getArray("approved_by")),
                row.getInt("seats"),
                row.getInt("left_alone"),
                applied,
                undone,
                row.getString("undone_by"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static void one(int rows, UUID id) {
        if (rows != 1) {
            throw new IllegalStateException("one row expected of acceptance " + id + ", not " + rows);
        }
    }
}
