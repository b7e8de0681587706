package dev.keyline.portfolio.imports;

import org.jdbi.v3.core.Jdbi;

/** Makes tests independent of what other tests left. */
public final class EmptyPortfolio {
    private EmptyPortfolio() {}

    public static void make(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("""
                truncate account_group, account, attribute_definition, tier_override, person, leave, assignment, contact,
                  product, contract, entitlement, opportunity, usage_reading, satisfaction_reading, ticket, signal,
                  exchange_rate, account_facts, account_outcome, portfolio_import, rejected_row cascade
                """));
    }
}
