package dev.keyline.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What became of those who were customers on the first day of a period. A segment is the one of that day: an account that
 * left is no longer of the tier it was lost from.
 *
 * @param customers on the first day
 * @param churned of them, without a contract on the last day
 * @param leftOut of them, left out of money for want of a rate
 * @param opening their annual value on the first day
 * @param closing their annual value on the last day
 * @param kept the same, without anybody's growth
 */
record Retention(
        int customers,
        int churned,
        int leftOut,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal kept,
        @Nullable Integer tiersThen) {
    private static final String SQL = """
            select p.month, {key} as segment, count(*) as customers, {ofThen} as tiers_then,
                   count(*) filter (where not c.is_there) as churned,
                   count(*) filter (where c.unknown_before or c.unknown_now) as left_out,
                   coalesce(sum(c.value_before) filter (where not (c.unknown_before or c.unknown_now)), 0) as opening,
                   coalesce(sum(c.value_now) filter (where not (c.unknown_before or c.unknown_now)), 0) as closing,
                   coalesce(sum(least(c.value_before, c.value_now))
                     filter (where not (c.unknown_before or c.unknown_now)), 0) as kept
            from customer as c
            join period as p on p.month = c.month
            join account_now as a on a.id = c.account_id
            {joins}
            where c.was_there
            group by 1, 2
            """;

    static Map<Cell, Retention> of(Handle handle, Question question) {
        By by = question.by();
        String sql = SQL.replace("{key}", by.key())
                .replace("{ofThen}", by.ofThen())
                .replace("{joins}", by.joins("p.opening"));
        Map<Cell, Retention> found = new HashMap<>();
        Contracts.ask(question, handle, sql)
                .map((row, context) -> Map.entry(Cell.of(row), of(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static Retention of(ResultSet row) throws SQLException {
        return new Retention(
                row.getInt("customers"),
                row.getInt("churned"),
                row.getInt("left_out"),
                row.getBigDecimal("opening"),
                row.getBigDecimal("closing"),
                row.getBigDecimal("kept"),
                Coverage.wholeNumber(row, "tiers_then"));
    }

    static Measured measure(Metric metric, @Nullable Retention cohort, Period period) {
        if (cohort == null) {
            return Measured.none(0, 0, null, "No account had a running contract on " + period.opening() + ".");
        }
        return switch (metric) {
            case LOGO_CHURN -> cohort.logos(metric, cohort.churned);
            case LOGO_RETENTION -> cohort.logos(metric, cohort.customers - cohort.churned);
            case GRR -> cohort.money(metric, cohort.kept, period);
            case NRR -> cohort.money(metric, cohort.closing, period);
            default -> throw new IllegalArgumentException(metric + " is no metric of retention");
        };
    }

    private Measured logos(Metric metric, int counted) {
        return Measured.ratio(
                metric, BigDecimal.valueOf(counted), BigDecimal.valueOf(customers), customers, 0, tiersThen);
    }

    private Measured money(Metric metric, BigDecimal counted, Period period) {
        return opening.signum() == 0
                ? Measured.none(customers - leftOut, leftOut, tiersThen, noRate(period))
                : Measured.ratio(metric, counted, opening, customers - leftOut, leftOut, tiersThen);
    }

    static String noRate(Period period) {
        return "No contract is in a currency that had a rate by " + period.closing() + ".";
    }
}
