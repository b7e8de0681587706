package dev.keyline.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of a period's last day are worth, and how unevenly.
 *
 * @param customers whose annual value is known
 * @param leftOut customers left out for want of a rate
 * @param total annual value of them all
 * @param ofTop annual value of the largest 20 %, rounded up to whole customers
 */
record Revenue(
        int customers,
        int leftOut,
        BigDecimal total,
        BigDecimal ofTop,
        @Nullable Integer tiersThen) {
    /** Customers by size within their segment; those of unknown value come last. */
    static final String RANKED = """
            , ranked as (
              select p.month, {key} as segment, c.account_id, c.value_now, c.unknown_now, {ofThen} as of_then,
                     row_number() over segment_by_size as rank,
                     sum(c.value_now) over segment_by_size as up_to_here,
                     count(*) filter (where not c.unknown_now) over segment as customers,
                     sum(c.value_now) filter (where not c.unknown_now) over segment as total
              from customer as c
              join period as p on p.month = c.month
              join account_now as a on a.id = c.account_id
              {joins}
              where c.is_there
              window segment as (partition by p.month, {key}),
                     segment_by_size as (partition by p.month, {key}
                       order by c.unknown_now, c.value_now desc, c.account_id rows unbounded preceding))
            """;

    private static final String SQL = """
            select month, segment, min(customers) as customers, count(*) filter (where unknown_now) as left_out,
                   coalesce(sum(value_now) filter (where not unknown_now), 0) as total,
                   coalesce(sum(value_now) filter (where not unknown_now and rank <= ceil(customers * 0.2)), 0) as of_top,
                   sum(of_then) as tiers_then
            from ranked group by month, segment
            """;

    static Map<Cell, Revenue> of(Handle handle, Question question) {
        Map<Cell, Revenue> found = new HashMap<>();
        Contracts.ask(question, handle, ranked(question.by()) + SQL)
                .map((row, context) -> Map.entry(Cell.of(row), of(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    static String ranked(By by) {
        String ofThen = by == By.TIER ? "cast(tier_then.tier is not null as integer)" : "cast(null as integer)";
        return RANKED.replace("{key}", by.key()).replace("{ofThen}", ofThen).replace("{joins}", by.joins("p.closing"));
    }

    private static Revenue of(ResultSet row) throws SQLException {
        return new Revenue(
                row.getInt("customers"),
                row.getInt("left_out"),
                row.getBigDecimal("total"),
                row.getBigDecimal("of_top"),
                Coverage.wholeNumber(row, "tiers_then"));
    }

    static Measured concentration(@Nullable Revenue revenue, Period period) {
        return revenue == null || revenue.customers == 0
                ? nothing(revenue, period)
                : Measured.ratio(
                        Metric.CONCENTRATION,
                        revenue.ofTop,
                        revenue.total,
                        revenue.customers,
                        revenue.leftOut,
                        revenue.tiersThen);
    }

    /** Mean annual value a customer over the share of customers that leaves in a year. */
    static Measured lifetimeValue(@Nullable Revenue revenue, @Nullable Retention cohort, Period period) {
        if (revenue == null || revenue.customers == 0) {
            return nothing(revenue, period);
        }
        if (cohort == null || cohort.churned() == 0) {
            String reason = cohort == null
                    ? "No account had a running contract on " + period.opening() + ", so nobody could leave."
                    : "No customer of " + period.opening() + " has left: how long customers stay has no bound yet.";
            return Measured.none(revenue.customers, revenue.leftOut, revenue.tiersThen, reason);
        }
        BigDecimal mean = revenue.total.divide(BigDecimal.valueOf(revenue.customers), 2, RoundingMode.HALF_EVEN);
        BigDecimal churn = BigDecimal.valueOf(cohort.churned())
                .divide(BigDecimal.valueOf(cohort.customers()), 10, RoundingMode.HALF_EVEN);
        return Measured.ratio(Metric.LTV, mean, churn, revenue.customers, revenue.leftOut, revenue.tiersThen);
    }

    private static Measured nothing(@Nullable Revenue revenue, Period period) {
        return revenue == null
                ? Measured.none(0, 0, null, "No account had a running contract on " + period.closing() + ".")
                : Measured.none(0, revenue.leftOut, revenue.tiersThen, Retention.noRate(period));
    }
}
