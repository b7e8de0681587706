package dev.keyline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Somebody with all rights in the database changes what others have done. */
@QuarkusTest
class TamperedTrailTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Test
    void is_intact_as_it_was_written() {
        assertThat(after(handle -> {})).isEqualTo(new AuditVerdict(true, entries() + 3, null, null));
    }

    @Test
    void shows_a_changed_entry() {
        long changed = entries() + 2;
        assertThat(after(handle -> handle.execute(
                        "update audit_entry set details = '{\"reason\": \"another\"}' where number = ?", changed)))
                .extracting(AuditVerdict::intact, AuditVerdict::brokenAt)
                .containsExactly(false, changed);
        assertThat(after(handle -> handle.execute("update audit_entry set actor = 'bob' where number = ?", changed)))
                .extracting(AuditVerdict::problem)
                .isEqualTo("entry " + changed + " is not what its hash was taken of");
    }

    @Test
    void shows_an_entry_that_was_changed_together_with_its_hash() {
        long changed = entries() + 2;
        assertThat(after(handle -> {
                    AuditEntry entry =
                            AuditStore.page(handle, ANY, changed + 1, 1).get(0);
                    String hash = Canonical.hash(
                            changed,
                            entry.at(),
                            "bob",
                            entry.action(),
                            entry.subject(),
                            entry.details(),
                            entry.previousHash());
                    handle.execute("update audit_entry set actor = 'bob', hash = ? where number = ?", hash, changed);
                }))
                .extracting(AuditVerdict::brokenAt)
                .isEqualTo(changed + 1);
    }

    @Test
    void shows_an_entry_that_was_taken_out() {
        long gone = entries() + 2;
        assertThat(after(handle -> handle.execute("delete from audit_entry where number = ?", gone)))
                .extracting(AuditVerdict::brokenAt, AuditVerdict::problem)
                .containsExactly(gone, "entry " + gone + " is missing; the next one is " + (gone + 1));
    }

    @Test
    void shows_that_its_end_was_cut_off() {
        long last = entries() + 3;
        assertThat(after(handle -> handle.execute("delete from audit_entry where number = ?", last)))
                .extracting(AuditVerdict::brokenAt)
                .isEqualTo(last);
    }

    @Test
    void shows_an_end_that_was_cut_off_with_its_head_to_one_who_has_noted_it_down() {
        jdbi.useTransaction(handle -> {
            AuditHead noted = write(handle);
            handle.execute("set local session_replication_role = replica");
            handle.execute("delete from audit_entry where number = ?", noted.entries());
            AuditEntry last = AuditStore.page(handle, ANY, null, 1).get(0);
            handle.execute("update audit_head set entries = ?, hash = ?", last.number(), last.hash());

            assertThat(AuditVerification.read(handle, null).intact()).isTrue();
            assertThat(AuditVerification.read(handle, noted))
                    .extracting(AuditVerdict::intact, AuditVerdict::brokenAt)
                    .containsExactly(false, noted.entries());
            assertThat(AuditVerification.read(handle, new AuditHead(last.number(), "another"))
                            .problem())
                    .contains("another than the one noted down");
            handle.rollback();
        });
    }

    @Test
    void refuses_changes_by_those_without_such_rights() {
        for (String change :
                List.of("update audit_entry set actor = 'bob'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                        write(handle);
                        handle.execute(change);
                    }))
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void is_written_in_a_transaction_only() {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> audit.record(handle, "anna", "a", "/b", Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static final AuditFilter ANY = new AuditFilter(null, null, null, null, null);

    private interface Tampering {
        void with(Handle handle);
    }

    private AuditVerdict after(Tampering tampering) {
        return jdbi.inTransaction(handle -> {
            write(handle);
            handle.execute("set local session_replication_role = replica"); // past the triggers, as a superuser can
            tampering.with(handle);
            AuditVerdict verdict = AuditVerification.read(handle, null);
            handle.rollback();
            return verdict;
        });
    }

    private AuditHead write(Handle handle) {
        audit.record(handle, "anna", "first", "/things/1", Map.of());
        audit.record(handle, "anna", "second", "/things/1", Map.of("b", 1, "a", Arrays.asList("é\n\"", null, true)));
        audit.record(handle, "carl", "third", "/things/2", Map.of("reason", "none", "until", 12345678901L));
        return AuditStore.head(handle);
    }

    private long entries() {
        return audit.head().entries();
    }
}
