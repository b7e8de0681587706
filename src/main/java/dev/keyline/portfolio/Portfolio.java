package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The one way to change the portfolio: a transaction, at whose end no touched account has facts from before. */
@Singleton
public class Portfolio {
    // any number, the same in every replica
    private static final long LOCK = 0x706f7274666f6cL;

    private final Jdbi jdbi;
    private final Upsert upsert;
    private final AccountFacts facts;
    private final Overrides overrides;
    private final Clock clock;

    @Inject
    Portfolio(Jdbi jdbi, ObjectMapper mapper, AccountFacts facts, Overrides overrides, Clock clock) {
        this.jdbi = jdbi;
        this.upsert = new Upsert(mapper);
        this.facts = facts;
        this.overrides = overrides;
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
        return transact("select pg_advisory_xact_lock_shared(:key)", decidedAnew(work), PortfolioChange::settle);
    }

    /**
     * Changes accounts that change often: as {@link #change}, but their facts are made anew by whoever asks for them
     * next, once for all the changes until then.
     */
    public <T> T changeOften(Function<PortfolioChange, T> work) {
        return transact("select pg_advisory_xact_lock_shared(:key)", decidedAnew(work), PortfolioChange::settleLater);
    }

    private <T> Function<PortfolioChange, T> decidedAnew(Function<PortfolioChange, T> work) {
        return change -> {
            T result = work.apply(change);
            AccountsToReview.add(change.handle(), change.touched(), AccountsToReview.CHANGE, clock.instant());
            return result;
        };
    }

    /**
     * Changes many rows in whatever order they come: alone, because two files that touch the same rows in another order
     * would wait for each other for ever. What it touches waits for the next review.
     */
    public <T> T changeInBulk(Function<PortfolioChange, T> work) {
        return transact("select pg_advisory_xact_lock(:key)", work, PortfolioChange::settle);
    }

    private <T> T transact(
            String lock, Function<PortfolioChange, T> work, BiConsumer<PortfolioChange, AccountFacts> settle) {
        return jdbi.inTransaction(handle -> {
            lock(handle, lock);
            PortfolioChange change = new PortfolioChange(handle, upsert, overrides);
            T result = work.apply(change);
            settle.accept(change, facts);
            return result;
        });
    }

    private static void lock(Handle handle, String sql) {
        handle.createQuery(sql).bind("key", LOCK).mapToMap().list();
    }
}
