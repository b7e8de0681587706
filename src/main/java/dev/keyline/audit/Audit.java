package dev.keyline.audit;

import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes the trail and reads it. */
@Singleton
public class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Audit(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Adds an entry in the transaction of what it tells. Call it last: transactions that add entries wait for each other
     * from here to their commit.
     *
     * @param subject the path of what it was done to
     * @param details text, whole numbers, booleans, and lists and maps of them
     */
    public void record(
            Handle handle,
            String actor,
            String action,
            String subject,
            Map<String, ? extends @Nullable Object> details) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("an entry outside the transaction of what it tells proves nothing");
        }
        AuditHead head = AuditStore.lockHead(handle);
        long number = head.entries() + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, @Nullable Object> told = Canonical.details(Canonical.json(details));
        String hash = Canonical.hash(number, at, actor, action, subject, told, head.hash());
        AuditStore.append(handle, new AuditEntry(number, at, actor, action, subject, told, head.hash(), hash));
        // a copy of the end outside the database: whoever cuts the trail there does not cut the log
        handle.afterCommit(() -> LOG.infof("audit entry %d, hash %s", number, hash));
    }

    /** Newest first. */
    public Page<AuditEntry> list(AuditFilter filter, PageRequest page) {
        Long below = page.after(Long.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> AuditStore.page(handle, filter, below, page.limit() + 1)),
                AuditEntry::number);
    }

    /** Where the trail ends now. */
    public AuditHead head() {
        return jdbi.withHandle(AuditStore::head);
    }

    /** Goes through the whole trail. */
    public AuditVerdict verify(@Nullable AuditHead noted) {
        return jdbi.inTransaction(handle -> AuditVerification.of(handle, noted));
    }
}
