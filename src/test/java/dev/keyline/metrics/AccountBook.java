package dev.keyline.metrics;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes a test's portfolio into the real tables, a line a record. */
final class AccountBook {
    private final Jdbi jdbi;
    private int contracts;

    AccountBook(Jdbi jdbi) {
        this.jdbi = jdbi;
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("truncate review, review_account, decision"));
    }

    AccountBook account(String id, @Nullable String region, @Nullable String tier) {
        return write("insert into account (id, name, region, imported_tier) values (?, ?, ?, ?)", id, id, region, tier);
    }

    AccountBook contract(String account, String starts, String ends, int annualValue, String currency) {
        return write(
                "insert into contract (id, account_id, starts_on, ends_on, annual_value, currency)"
                        + " values (?, ?, cast(? as date), cast(? as date), ?, ?)",
                "c" + contracts++,
                account,
                starts,
                ends,
                annualValue,
                currency);
    }

    AccountBook rate(String currency, String day, String rate) {
        return write(
                "insert into exchange_rate (currency, on_day, rate) values (?, cast(? as date), cast(? as numeric))",
                currency,
                day,
                rate);
    }

    AccountBook said(String account, String kind, String at, String score) {
        return write(
                "insert into satisfaction_reading (account_id, kind, read_at, score)"
                        + " values (?, ?, cast(? as timestamptz), cast(? as numeric))",
                account,
                kind,
                at,
                score);
    }

    AccountBook person(String id, String kind, @Nullable String leaves) {
        return write(
                "insert into person (id, name, kind, leaves_on) values (?, ?, ?, cast(? as date))",
                id,
                "Name of " + id,
                kind,
                leaves);
    }

    AccountBook seat(String account, String role, String person, String since) {
        return write(
                "insert into assignment (account_id, role, person_id, since) values (?, ?, ?, cast(? as date))",
                account,
                role,
                person,
                since);
    }

    /** A finished review as of noon that gave an account a tier. */
    AccountBook decidedTier(String day, String account, String tier) {
        UUID review = UUID.randomUUID();
        write(
                "insert into job (id, kind, state, created_at, created_by) values (?, 'review', 'finished', now(), 'test')",
                review);
        write(
                "insert into review (id, as_of, versions, finished_at) values (?, cast(? as date) + time '12:00', '{}', now())",
                review,
                day);
        return write("""
                        insert into decision (id, policy, version, made_with, account, as_of, recorded_at, caller, review_id,
                          facts, outcome, rules, rule_ids, trace, messages)
                        select ?, 'account-tier', 1, '{}', ?, as_of, now(), 'review', id, '{}',
                          jsonb_build_object('tier', ?), '[]', '{}', '{}', '[]'
                        from review where id = ?
                        """, UUID.randomUUID(), account, tier, review);
    }

    private AccountBook write(String sql, @Nullable Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
        return this;
    }
}
