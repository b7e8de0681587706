package dev.keyline.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code proposal} and {@code proposed_version}. */
@Singleton
class ProposalStore {
    private final ObjectMapper mapper;

    @Inject
    ProposalStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void insert(Handle handle, Proposal proposal) {
        int inserted = handle.createUpdate("""
                        insert into proposal
                          (id, state, author, message, effective_from, notes, evidence, revision, created_at)
                        values (:id, 'open', :author, :message, :effectiveFrom, cast(:notes as jsonb),
                                cast(:evidence as jsonb), 1, :createdAt)
                        """)
                .bind("id", proposal.id())
                .bind("author", proposal.author())
                .bind("message", proposal.message())
                .bind("effectiveFrom", proposal.effectiveFrom())
                .bind("notes", json(proposal.notes()))
                .bind("evidence", json(proposal.evidence()))
                .bind("createdAt", proposal.createdAt())
                .execute();
        for (Proposal.Proposed proposed : proposal.policies()) {
            inserted += handle.createUpdate("""
                            insert into proposed_version (proposal_id, policy, version, base, author)
                            values (:id, :policy, :version, :base, :author)
                            """)
                    .bind("id", proposal.id())
                    .bind("policy", proposed.policy())
                    .bind("version", proposed.version())
                    .bind("base", proposed.base())
                    .bind("author", proposed.author())
                    .execute();
        }
        if (inserted != 1 + proposal.policies().size()) {
            throw new IllegalStateException("proposal " + proposal.id() + " was not inserted");
        }
    }

    Optional<Proposal> find(Handle handle, UUID id) {
        return find(handle, id, "");
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    Optional<Proposal> lock(Handle handle, UUID id) {
        return find(handle, id, "for update");
    }

    private Optional<Proposal> find(Handle handle, UUID id, String locking) {
        return handle.createQuery("select * from proposal where id = :id " + locking)
                .bind("id", id)
                .map((row, context) -> proposal(handle, row))
                .findOne();
    }

    /** Newest first, from below an id. */
    List<Proposal> page(
            Handle handle, @Nullable String state, @Nullable String policy, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select * from proposal p
                        where (cast(:below as uuid) is null or id < :below)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:policy as text) is null or exists (
                            select from proposed_version v where v.proposal_id = p.id and v.policy = :policy))
                        order by id desc limit :limit
                        """)
                .bind("below", below)
                .bind("state", state)
                .bind("policy", policy)
                .bind("limit", limit)
                .map((row, context) -> proposal(handle, row))
                .list();
    }

    private Proposal proposal(Handle handle, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Proposal(
                id,
                ProposalState.named(row.getString("state")),
                row.getString("author"),
                row.getString("message"),
                versions(handle, id),
                instant(row, "effective_from"),
                List.of(),
                read(row.getString("notes"), new TypeReference<>() {}),
                evidence(row.getString("evidence")),
                row.getLong("revision"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("reason"),
                instant(row, "in_force_from"),
                row.getString("rolled_back_by"),
                instant(row, "rolled_back_at"));
    }

    /** Of an approved one. */
    void rolledBack(Handle handle, UUID id, String by, Instant at) {
        int rolledBack = handle.createUpdate("""
                        update proposal
                        set rolled_back_by = :by, rolled_back_at = :at, revision = revision + 1
                        where id = :id and rolled_back_by is null
                        """)
                .bind("id", id)
                .bind("by", by)
                .bind("at", at)
                .execute();
        if (rolledBack != 1) {
            throw new IllegalStateException("a locked proposal was rolled back already: " + id);
        }
    }

    private Evidence evidence(String json) {
        return json.equals("{}") ? Evidence.NONE : read(json, new TypeReference<>() {});
    }

    private static List<Proposal.Proposed> versions(Handle handle, UUID id) {
        return handle.createQuery("select * from proposed_version where proposal_id = :id order by policy")
                .bind("id", id)
                .map((row, context) -> new Proposal.Proposed(
                        row.getString("policy"),
                        row.getInt("version"),
                        row.getObject("base", Integer.class),
                        row.getString("author")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** How an open proposal ended. */
    record Ending(
            ProposalState state,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable Instant inForceFrom) {}

    void end(Handle handle, UUID id, Ending ending) {
        int ended = handle.createUpdate("""
                        update proposal
                        set state = :state, decided_by = :by, decided_at = :at, reason = :reason,
                            in_force_from = :inForceFrom, revision = revision + 1
                        where id = :id and state = 'open'
                        """)
                .bind("id", id)
                .bind("state", ending.state().word())
                .bind("by", ending.by())
                .bind("at", ending.at())
                .bind("reason", ending.reason())
                .bind("inForceFrom", ending.inForceFrom())
                .execute();
        if (ended != 1) {
            throw new IllegalStateException("a locked proposal was not open: " + id);
        }
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proposal holds no such JSON: " + json, e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what a proposal holds must be JSON", e);
        }
    }
}
