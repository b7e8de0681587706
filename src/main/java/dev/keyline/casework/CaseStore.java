package dev.keyline.casework;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code account_case} and {@code case_event}. */
@Singleton
class CaseStore {
    /** Something to be written down about a case. */
    record Happened(UUID caseId, Instant at, String what, String actor, Map<String, ?> detail) {}

    private final CaseRows rows;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    CaseStore(CaseRows rows) {
        this.rows = rows;
    }

    UUID newId() {
        return ids.generate();
    }

    void insert(Handle handle, Collection<Case> cases) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into account_case (id, account_id, kind, path, cause, severity, found_severity, state, title, reason,
                                          terms, decision_id, owner_id, opened_at, clock, rung, next_rung_at)
                values (:id, :account, :kind, :path, :cause, :severity, :severity, :state, :title, :reason,
                        cast(:terms as jsonb), :decision, :owner, :openedAt, cast(:clock as jsonb), :rung, :nextRungAt)
                """);
        cases.forEach(opened -> bind(batch.bind("openedAt", opened.openedAt()), opened)
                .bind("kind", opened.kind().word())
                .bind("path", opened.path())
                .bind("cause", opened.cause())
                .bind("account", opened.account())
                .add());
        execute(batch, cases.size());
    }

    /** Writes what may have changed of cases that were read in this transaction, and counts their revision up. */
    void update(Handle handle, Collection<Case> cases) {
        PreparedBatch batch = handle.prepareBatch("""
                update account_case
                set severity = :severity, found_severity = :foundSeverity, state = :state, title = :title, reason = :reason,
                    terms = cast(:terms as jsonb), decision_id = :decision, owner_id = :owner,
                    clock = cast(:clock as jsonb), clock_number = :clockNumber, rung = :rung, next_rung_at = :nextRungAt,
                    acknowledged_at = :acknowledgedAt, acknowledged_by = :acknowledgedBy, next_update_at = :nextUpdateAt,
                    unfound_since = :unfoundSince, clean_reviews = :cleanReviews, confirmed_by = :confirmedBy,
                    closed_at = :closedAt, closed_by = :closedBy, close_reason = :closeReason, revision = revision + 1
                where id = :id and revision = :revision
                """);
        cases.forEach(changed -> bind(batch.bind("revision", changed.revision()), changed)
                .bind("foundSeverity", changed.foundSeverity().word())
                .bind("clockNumber", changed.clockNumber())
                .bind("acknowledgedAt", changed.acknowledgedAt())
                .bind("acknowledgedBy", changed.acknowledgedBy())
                .bind("nextUpdateAt", changed.nextUpdateAt())
                .bind("unfoundSince", changed.closingProposedSince())
                .bind("cleanReviews", changed.cleanReviews())
                .bind("confirmedBy", changed.confirmedBy())
                .bind("closedAt", changed.closedAt())
                .bind("closedBy", changed.closedBy())
                .bind("closeReason", changed.closeReason())
                .add());
        execute(batch, cases.size());
    }

    private PreparedBatch bind(PreparedBatch batch, Case one) {
        return batch.bind("id", one.id())
                .bind("severity", one.severity().word())
                .bind("state", one.state().word())
                .bind("title", one.title())
                .bind("reason", one.reason())
                .bind("terms", rows.json(one.terms()))
                .bind("decision", one.decisionId())
                .bind("owner", one.owner())
                .bind("clock", rows.json(one.clock()))
                .bind("rung", one.rung())
                .bind("nextRungAt", one.nextRungAt());
    }

    void note(Handle handle, Collection<Happened> events) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into case_event (id, case_id, at, what, actor, detail)
                values (:id, :case, :at, :what, :actor, cast(:detail as jsonb))
                """);
        events.forEach(event -> batch.bind("id", ids.generate())
                .bind("case", event.caseId())
                .bind("at", event.at())
                .bind("what", event.what())
                .bind("actor", event.actor())
                .bind("detail", rows.json(event.detail()))
                .add());
        execute(batch, events.size());
    }

    private static void execute(PreparedBatch batch, int expected) {
        if (expected == 0) {
            return;
        }
        // a batch that the driver has joined into one statement counts each row as "some"
        long written =
                Arrays.stream(batch.execute()).filter(count -> count != 0).count();
        if (written != expected) {
            throw new IllegalStateException(
                    written + " of " + expected + " rows of casework were as they had been read");
        }
    }

    Optional<Case> find(Handle handle, UUID id) {
        return handle.createQuery("select * from account_case where id = :id")
                .bind("id", id)
                .map((row, context) -> rows.read(row))
                .findOne();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Case> lock(Handle handle, UUID id) {
        return handle.createQuery("select * from account_case where id = :id for no key update")
                .bind("id", id)
                .map((row, context) -> rows.read(row))
                .findOne();
    }

    /** Cases whose clock has reached the next step of the ladder, and that nobody else is climbing just now. */
    List<Case> lockDue(Handle handle, Instant now, int limit) {
        return handle.createQuery("""
                        select * from account_case where next_rung_at <= :now
                        order by next_rung_at, id limit :limit for no key update skip locked
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> rows.read(row))
                .list();
    }

    /** Open cases of accounts, locked in one order everywhere. */
    List<Case> lockOpen(Handle handle, Collection<String> accounts) {
        return handle.createQuery("""
                        select * from account_case where account_id = any(:accounts) and state <> 'closed'
                        order by id for no key update
                        """)
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> rows.read(row))
                .list();
    }

    /** Newest first, from below an id. */
    List<Case> list(Handle handle, CaseFilter filter, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select * from account_case
                        where (cast(:account as text) is null or account_id = :account)
                          and (cast(:owner as text) is null or owner_id = :owner)
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:severity as text) is null or severity = :severity)
                          and (cast(:state as text) is null or state = :state)
                          and (not :openOnly or state <> 'closed')
                          and (not :closingProposed or (unfound_since is not null and state <> 'closed'))
                          and (cast(:below as uuid) is null or id < :below)
                        order by id desc
                        limit :limit
                        """)
                .bind("account", filter.account())
                .bind("owner", filter.owner())
                .bind("kind", filter.kind() == null ? null : filter.kind().word())
                .bind(
                        "severity",
                        filter.severity() == null ? null : filter.severity().word())
                .bind("state", filter.state() == null ? null : filter.state().word())
                .bind("openOnly", filter.openOnly())
                .bind("closingProposed", filter.closingProposed())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> rows.read(row))
                .list();
    }

    /** Oldest first, from above an id. */
    List<CaseEvent> events(Handle handle, UUID caseId, @Nullable UUID above, int limit) {
        return handle.createQuery("""
                        select * from case_event
                        where case_id = :case and (cast(:above as uuid) is null or id > :above)
                        order by id limit :limit
                        """)
                .bind("case", caseId)
                .bind("above", above)
                .bind("limit", limit)
                .map((row, context) -> rows.readEvent(row))
                .list();
    }
}
