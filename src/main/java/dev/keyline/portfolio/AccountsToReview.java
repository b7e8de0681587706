package dev.keyline.portfolio;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The table {@code account_to_review}: accounts that something happened to, and that wait to be decided anew. */
public final class AccountsToReview {
    /** The cause of an account that was changed: who asked for the decisions that follow. */
    public static final String CHANGE = "change";

    private AccountsToReview() {}

    /**
     * Marks accounts in the transaction that changed them. However often one is marked, it is decided anew once.
     *
     * @param cause what happened, in a word
     */
    public static void add(Handle handle, Collection<String> accounts, String cause, Instant now) {
        handle.createUpdate("""
                        insert into account_to_review (account_id, since, cause)
                        select account, :now, :cause from unnest(:accounts) as account
                        """)
                .bindArray("accounts", String.class, accounts.toArray())
                .bind("now", now)
                .bind("cause", cause)
                .execute();
    }
}
