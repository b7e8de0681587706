package dev.keyline.portfolio;

import jakarta.inject.Singleton;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Keeps the facts of accounts up as the portfolio changes, within the transaction that changes it. */
@Singleton
class AccountFacts {
    /** Called after every change with the accounts it touched; an account may be new. */
    void refresh(Handle handle, Collection<String> accountIds) {}
}
