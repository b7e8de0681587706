package dev.keyline.coverage;

import dev.keyline.http.NotFoundException;
import dev.keyline.http.Versions;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people add to a plan in table {@code plan}, and the revision that counts it. */
final class PlanMarks {
    private PlanMarks() {}

    /**
     * Holds a change to the revision that it was made on; nobody else changes the plan until the transaction ends.
     *
     * @throws NotFoundException when there is no such plan
     */
    static void requireRevision(Handle handle, UUID id, @Nullable String ifMatch) {
        long revision = handle.createQuery("select revision from plan where id = :id for update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new NotFoundException("plan", id.toString()));
        Versions.requireMatch(ifMatch, revision);
    }

    static void label(Handle handle, UUID id, @Nullable String name, @Nullable String note) {
        one(handle.createUpdate("update plan set name = :name, note = :note, revision = revision + 1 where id = :id")
                .bind("name", name)
                .bind("note", note)
                .bind("id", id)
                .execute());
    }

    /** What the limit on changes costs. */
    static void remark(Handle handle, UUID id, @Nullable String remark) {
        one(handle.createUpdate("update plan set remark = :remark where id = :id")
                .bind("remark", remark)
                .bind("id", id)
                .execute());
    }

    /** Who the solver begins with, in the beginning or after a restart; before there was such a column, nobody. */
    static Map<String, Holders> start(Handle handle, UUID id) {
        return handle.createQuery("select start::text from plan where id = :id and start is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(PlanText::readHolders)
                .orElse(Map.of());
    }

    /**
     * Keeps how good the plan is so far, for whoever watches, and who has the accounts in it, for the solver after a restart:
     * together, so that nobody is shown a score that a restart loses.
     */
    static void best(Handle handle, UUID id, Planner.SoFar soFar, Map<String, Holders> holders) {
        one(handle.createUpdate("""
                        update plan
                        set best_score = :score, best_bound = :bound, best_gap = :gap, start = :start::jsonb
                        where id = :id
                        """)
                .bind("score", soFar.score())
                .bind("bound", soFar.bound())
                .bind("gap", soFar.gap())
                .bind("start", PlanText.writeHolders(holders))
                .bind("id", id)
                .execute());
    }

    /** Counts a change that stands in another table. */
    static void revise(Handle handle, UUID id) {
        one(handle.createUpdate("update plan set revision = revision + 1 where id = :id")
                .bind("id", id)
                .execute());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("one plan expected, " + rows + " written");
        }
    }
}
