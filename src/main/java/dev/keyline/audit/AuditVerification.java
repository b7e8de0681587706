package dev.keyline.audit;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the trail from its beginning and finds the first entry that is not as it was written. */
public final class AuditVerification {
    private final @Nullable AuditHead noted;
    private AuditHead last = AuditHead.EMPTY;
    private long read;
    private @Nullable Long brokenAt;
    private @Nullable String problem;

    private AuditVerification(@Nullable AuditHead noted) {
        this.noted = noted;
    }

    /**
     * Verifies the trail, as it stands when this is called.
     *
     * @param handle in a transaction that has done nothing yet
     * @param noted an end that somebody noted down earlier, which has to be in the trail still; null: none
     */
    public static AuditVerdict of(Handle handle, @Nullable AuditHead noted) {
        handle.execute("set transaction isolation level repeatable read, read only");
        return read(handle, noted);
    }

    static AuditVerdict read(Handle handle, @Nullable AuditHead noted) {
        AuditVerification verification = new AuditVerification(noted);
        AuditHead head = AuditStore.head(handle);
        AuditStore.forEach(handle, verification::read);
        return verification.verdict(head);
    }

    private void read(AuditEntry entry) {
        read++;
        if (problem != null) {
            return;
        }
        long expected = last.entries() + 1;
        String hash = Canonical.hash(
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.details(),
                entry.previousHash());
        if (entry.number() != expected) {
            broken(expected, "entry " + expected + " is missing; the next one is " + entry.number());
        } else if (!entry.previousHash().equals(last.hash())) {
            broken(expected, "entry " + expected + " does not follow the entry before it");
        } else if (!entry.hash().equals(hash)) {
            broken(expected, "entry " + expected + " is not what its hash was taken of");
        } else {
            last = new AuditHead(entry.number(), entry.hash());
            compareWithNoted();
        }
    }

    private void compareWithNoted() {
        if (noted != null && noted.entries() == last.entries() && !noted.hash().equals(last.hash())) {
            broken(last.entries(), "entry " + last.entries() + " is another than the one noted down");
        }
    }

    private AuditVerdict verdict(AuditHead head) {
        if (problem == null && !head.equals(last)) {
            broken(
                    last.entries() + 1,
                    "the trail ends with entry " + last.entries() + ", and should with entry " + head.entries());
        }
        if (problem == null && noted != null && noted.entries() > last.entries()) {
            broken(
                    last.entries() + 1,
                    "the trail ends with entry " + last.entries() + ", and entry " + noted.entries()
                            + " was noted down");
        }
        return new AuditVerdict(problem == null, read, brokenAt, problem);
    }

    private void broken(long at, String what) {
        brokenAt = at;
        problem = what;
    }
}
