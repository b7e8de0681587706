package dev.keyline.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A change of the portfolio under way, within one transaction. */
public final class PortfolioChange {
    // large enough that a statement's overhead is nothing, small enough that its text stays in the young generation
    private static final int CHUNK = 5_000;
    private static final int ACCOUNTS_AT_ONCE = 500;

    private final Handle handle;
    private final Upsert upsert;
    private final Overrides overrides;
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<String> revised = new LinkedHashSet<>();

    PortfolioChange(Handle handle, Upsert upsert, Overrides overrides) {
        this.handle = handle;
        this.upsert = upsert;
        this.overrides = overrides;
    }

    public Handle handle() {
        return handle;
    }

    /**
     * Writes rows with unique keys whose fields and references have been checked.
     *
     * @return what became of them; the rows that the database refused all the same are among it
     */
    public Written write(Entity entity, List<Row> rows) {
        List<Upsert.Change> changes = new ArrayList<>();
        Map<Integer, String> refused = new TreeMap<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            write(entity, rows, from, Math.min(rows.size(), from + CHUNK), changes, refused);
        }
        Set<String> owners = new LinkedHashSet<>();
        for (Upsert.Change change : changes) {
            owners.add(change.owner());
            if (change.formerOwner() != null) {
                owners.add(change.formerOwner());
            }
        }
        if (entity == Entity.TIER_OVERRIDE && !owners.isEmpty()) {
            overrides.adopt(handle, owners);
        }
        touch(entity, owners);
        int inserted = (int) changes.stream().filter(Upsert.Change::inserted).count();
        int updated = changes.size() - inserted;
        return new Written(inserted, updated, rows.size() - changes.size() - refused.size(), refused);
    }

    // what the database refuses is found by halves, so that one bad row costs the others nothing
    private void write(
            Entity entity,
            List<Row> rows,
            int from,
            int to,
            List<Upsert.Change> changes,
            Map<Integer, String> refused) {
        String before = "before_rows";
        handle.savepoint(before);
        try {
            changes.addAll(upsert.run(handle, entity, rows.subList(from, to)));
            handle.releaseSavepoint(before);
        } catch (UnableToExecuteStatementException e) {
            String reason = DatabaseRefusal.inWords(e);
            handle.rollbackToSavepoint(before);
            if (to - from == 1) {
                refused.put(from, reason);
                return;
            }
            int middle = (from + to) >>> 1;
            write(entity, rows, from, middle, changes, refused);
            write(entity, rows, middle, to, changes, refused);
        }
    }

    /** Removes what belongs to an account and is not among {@code kept}: ids, or roles of assignments. */
    public int removeOthers(Entity entity, String accountId, Collection<String> kept) {
        String key = entity == Entity.ASSIGNMENT ? "role" : entity.keys().get(0).name();
        int removed = handle.createUpdate(
                        "delete from " + entity.table() + " where account_id = :account and " + key + " <> all(:kept)")
                .bind("account", accountId)
                .bindArray("kept", String.class, kept.toArray())
                .execute();
        if (removed > 0) {
            touch(entity, Set.of(accountId));
        }
        return removed;
    }

    /** Counts an account as changed by what another package keeps of it: its facts are made anew. */
    public void touched(String account) {
        touched.add(account);
    }

    /** Counts an account as changed in what its own document shows: its revision goes up, and its facts are made anew. */
    void changed(String account) {
        touched.add(account);
        revised.add(account);
    }

    private void touch(Entity entity, Set<String> owners) {
        if (owners.isEmpty()) {
            return;
        }
        touched.addAll(Touched.accounts(handle, entity, owners));
        if (Touched.isPartOfTheAccount(entity)) {
            revised.addAll(owners);
        }
    }

    /** Accounts whose facts the rows written so far may alter. */
    public Set<String> touched() {
        return Set.copyOf(touched);
    }

    void settle(AccountFacts facts) {
        revise();
        // in one order everywhere, so that two writers of the same accounts wait rather than lock each other out
        List<String> accounts = touched.stream().sorted().toList();
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_AT_ONCE) {
            facts.refresh(handle, accounts.subList(from, Math.min(accounts.size(), from + ACCOUNTS_AT_ONCE)));
        }
    }

    void settleLater(AccountFacts facts) {
        revise();
        facts.forget(handle, touched);
    }

    private void revise() {
        handle.createUpdate("update account set revision = revision + 1, updated_at = now() where id = any(:ids)")
                .bindArray("ids", String.class, revised.toArray())
                .execute();
    }
}
