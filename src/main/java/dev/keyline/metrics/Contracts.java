package dev.keyline.metrics;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What every customer's contracts were worth a year on the first and on the last day of each period. */
final class Contracts {
    /** A renewal that begins no later than this after the old contract's end continues it. */
    static final int DAYS_OF_GRACE = 30;

    /**
     * Table {@code customer}: one row an account and period in which it had a contract on either day. Both days are
     * converted at the rate of the last, so that a currency's move is no expansion. Where a currency has no rate by then,
     * {@code unknown_…} says so.
     */
    static final String CUSTOMERS = Question.PERIODS_AND_ACCOUNTS + """
            , term as (
              select c.account_id, c.annual_value, c.currency, c.starts_on,
                     coalesce(min(next.starts_on) - 1, c.ends_on) as held_until
              from contract as c
              left join contract as next
                on next.account_id = c.account_id and coalesce(next.product_id, '') = coalesce(c.product_id, '')
               and next.starts_on > c.ends_on and next.starts_on <= c.ends_on + :grace
              where c.annual_value > 0
                and c.starts_on <= (select max(closing) from period)
                and c.ends_on + :grace >= (select min(opening) from period)
              group by c.id
            ), rate as materialized (
              select p.month, used.currency,
                     case when used.currency = :currency then 1
                       else (select e.rate from exchange_rate as e
                             where e.currency = used.currency and e.on_day <= p.closing
                             order by e.on_day desc limit 1) end as rate
              from period as p cross join (select distinct currency from term) as used
            ), held as (
              select p.month, t.account_id, t.annual_value * r.rate as value,
                     t.starts_on <= p.opening as before, t.held_until >= p.closing as now
              from period as p
              join term as t on t.starts_on <= p.closing and t.held_until >= p.opening
              join rate as r on r.month = p.month and r.currency = t.currency
            ), customer as (
              select month, account_id,
                     bool_or(before) as was_there, bool_or(now) as is_there,
                     coalesce(sum(value) filter (where before), 0) as value_before,
                     coalesce(sum(value) filter (where now), 0) as value_now,
                     bool_or(before and value is null) as unknown_before,
                     bool_or(now and value is null) as unknown_now
              from held where before or now group by month, account_id)
            """;

    private Contracts() {}

    static Query ask(Question question, Handle handle, String sql) {
        Query query = question.ask(handle, CUSTOMERS + sql)
                .bind("grace", DAYS_OF_GRACE)
                .bind("currency", question.currency());
        return question.by() == By.TIER ? query.bind("zone", question.zone().getId()) : query;
    }
}
