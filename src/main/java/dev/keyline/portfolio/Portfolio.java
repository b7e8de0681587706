package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The one way to change the portfolio: a transaction, at whose end the facts of every touched account are up to date. */
@Singleton
public class Portfolio {
    // any number, the same in every replica
    private static final long LOCK = 0x706f7274666f6cL;

    private final Jdbi jdbi;
    private final Upsert upsert;
    private final AccountFacts facts;
    private final Clock clock;

    @Inject
    Portfolio(Jdbi jdbi, ObjectMapper mapper, AccountFacts facts, Clock clock) {
        this.jdbi = jdbi;
        this.upsert = new Upsert(mapper);
        this.facts = facts;
        this.clock = clock;
    }

    /** Reads without changing anything. */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** Writes what is no account's: a transaction that touches no facts. */
    public <T> T record(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Changes a few accounts, which are then decided anew; several such changes run beside each other. */
    public <T> T change(Function<PortfolioChange, T> work) {
        return transact("select pg_advisory_xact_lock_shared(:key)", change -> {
            T result = work.apply(change);
            AccountsToReview.add(change.handle(), change.touched(), "change", clock.instant());
            return result;
        });
    }

    /**
     * Changes many rows in whatever order they come: alone, because two files that touch the same rows in another order
     * would wait for each other for ever. What it touches waits for the next review.
     */
    public <T> T changeInBulk(Function<PortfolioChange, T> work) {
        return transact("select pg_advisory_xact_lock(:key)", work);
    }

    private <T> T transact(String lock, Function<PortfolioChange, T> work) {
        return jdbi.inTransaction(handle -> {
            lock(handle, lock);
            PortfolioChange change = new PortfolioChange(handle, upsert);
            T result = work.apply(change);
            change.settle(facts);
            return result;
        });
    }

    private static void lock(Handle handle, String sql) {
        handle.createQuery(sql).bind("key", LOCK).mapToMap().list();
    }
}
