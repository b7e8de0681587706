package dev.keyline.portfolio.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Imports that were made, and the rows they did not take. */
@Singleton
public class ImportStore {
    private final Jdbi jdbi;
    private final ObjectMapper mapper;

    @Inject
    ImportStore(Jdbi jdbi, ObjectMapper mapper) {
        this.jdbi = jdbi;
        this.mapper = mapper;
    }

    void begin(Handle handle, UUID id, String mapping, Instant at, String caller) {
        handle.createUpdate("""
                        insert into portfolio_import (id, mapping, created_at, created_by, files)
                        values (:id, :mapping, :at, :caller, '[]')
                        """)
                .bind("id", id)
                .bind("mapping", mapping)
                .bind("at", at)
                .bind("caller", caller)
                .execute();
    }

    /** Adds what became of a file, in the transaction that took it. */
    void add(Handle handle, UUID id, List<FileReport> reports, List<RejectedRow> rejected) {
        int rows = handle.createUpdate(
                        "update portfolio_import set files = files || cast(:reports as jsonb) where id = :id")
                .bind("id", id)
                .bind("reports", json(reports))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("import " + id + " has no row");
        }
        if (rejected.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into rejected_row (import_id, file, line, column_name, reason, raw)
                values (:id, :file, :line, :column, :reason, :raw)
                """);
        for (RejectedRow row : rejected) {
            batch.bind("id", id)
                    .bind("file", row.file())
                    .bind("line", row.line())
                    .bind("column", row.column())
                    .bind("reason", row.reason())
                    .bindArray("raw", String.class, row.raw().toArray())
                    .add();
        }
        batch.execute();
    }

    private String json(List<FileReport> reports) {
        try {
            return mapper.writeValueAsString(reports);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is plain data", e);
        }
    }

    public Optional<ImportReport> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from portfolio_import where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(ImportReport.class))
                .findOne());
    }

    /** Imports older than {@code before}, newest first: ids grow with time. */
    public List<ImportReport> page(Optional<UUID> before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from portfolio_import
                        where cast(:before as uuid) is null or id < :before
                        order by id desc limit :limit
                        """)
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .map(ConstructorMapper.of(ImportReport.class))
                .list());
    }

    /** The rows of a file that were not taken, in its order; a line that several rules refused comes once for each. */
    public List<RejectedRow> rejected(UUID id, String file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select file, line, column_name as "column", reason, raw from rejected_row
                        where import_id = :id and file = :file order by line
                        """)
                .bind("id", id)
                .bind("file", file)
                .map(ConstructorMapper.of(RejectedRow.class))
                .list());
    }
}
