package dev.keyline.metrics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What a family of metrics is asked: all periods in one statement.
 *
 * @param zone in which days begin
 * @param currency that money is brought into
 */
record Question(List<Period> periods, By by, ZoneId zone, String currency) {
    /**
     * Every family's first tables: one row a period, and one an account as it is now. The latter is made once, so that a
     * series does not look each account up again for each of its months.
     */
    static final String PERIODS_AND_ACCOUNTS = """
            with period as (
              select * from unnest(cast(:months as date[]), cast(:openings as date[]), cast(:closings as date[]))
                as p (month, opening, closing)
            ), account_now as materialized (
              select a.id, a.region, a.customer_since, held_by.person_id as manager,
                     coalesce(tier.outcome ->> 'tier', a.imported_tier) as tier
              from account as a
              left join account_outcome as tier on tier.account_id = a.id and tier.policy = 'account-tier'
              left join assignment as held_by on held_by.account_id = a.id and held_by.role = 'account-manager')
            """;

    Query ask(Handle handle, String sql) {
        return handle.createQuery(sql)
                .bindArray("months", String.class, days(period -> period.month().atDay(1)))
                .bindArray("openings", String.class, days(Period::opening))
                .bindArray("closings", String.class, days(Period::closing));
    }

    private Object[] days(Function<Period, LocalDate> day) {
        return periods.stream().map(period -> day.apply(period).toString()).toArray();
    }
}
