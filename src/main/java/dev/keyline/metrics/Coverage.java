package dev.keyline.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked after on a period's last day. Only the present holder of a seat is stored: where that person came later,
 * nobody knows who had it, and the account is left out.
 *
 * @param seats key accounts, or those of Tier 1 for sponsors, of which it is known
 * @param filled of them, with somebody in service
 */
record Coverage(
        int seats, int filled, int leftOut, @Nullable Integer tiersThen) {
    private static final String SQL = Question.PERIODS + """
            select p.month, {key} as segment, {ofThen} as tiers_then,
                   count(*) filter (where not coalesce(seat.since > p.closing, false)) as seats,
                   count(*) filter (where coalesce(seat.since > p.closing, false)) as left_out,
                   count(*) filter (where who.id is not null and not coalesce(seat.since > p.closing, false)
                     and coalesce(who.starts_on <= p.closing, true)
                     and coalesce(who.leaves_on > p.closing, true)) as filled
            from period as p
            cross join account as a
            {joins}
            left join assignment as seat on seat.account_id = a.id and seat.role = :role
            left join person as who on who.id = seat.person_id
            where {tier} = any(:tiers) and coalesce(a.customer_since <= p.closing, true)
            group by 1, 2
            """;
    private static final String[] KEY_ACCOUNTS = {"Tier 1", "Tier 2", "Tier 3"};
    private static final String[] SPONSORED = {"Tier 1"};

    /** @param metric {@link Metric#COVERAGE_RATIO} or {@link Metric#SPONSOR_COVERAGE} */
    static Map<Cell, Coverage> of(Handle handle, Question question, Metric metric) {
        By by = question.by();
        String tiers = By.TIER.joins("p.closing"); // what a key account is takes the tier, however it is divided
        String sql = SQL.replace("{key}", by.key())
                .replace("{ofThen}", By.TIER.ofThen())
                .replace("{joins}", by == By.TIER ? tiers : tiers + by.joins("p.closing"))
                .replace("{tier}", By.TIER.key());
        boolean sponsors = metric == Metric.SPONSOR_COVERAGE;
        Map<Cell, Coverage> found = new HashMap<>();
        question.ask(handle, sql)
                .bind("zone", question.zone().getId())
                .bind("role", sponsors ? "executive-sponsor" : "account-manager")
                .bindArray("tiers", String.class, (Object[]) (sponsors ? SPONSORED : KEY_ACCOUNTS))
                .map((row, context) -> Map.entry(Cell.of(row), of(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static Coverage of(ResultSet row) throws SQLException {
        return new Coverage(
                row.getInt("seats"), row.getInt("filled"), row.getInt("left_out"), wholeNumber(row, "tiers_then"));
    }

    static @Nullable Integer wholeNumber(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    static Measured measure(Metric metric, @Nullable Coverage coverage, Period period) {
        if (coverage == null) {
            String what = metric == Metric.SPONSOR_COVERAGE ? "Tier 1 account" : "key account";
            return Measured.none(0, 0, null, "There was no " + what + " on " + period.closing() + ".");
        }
        if (coverage.seats == 0) {
            String reason = "Of none of them is it known who looked after it on " + period.closing() + ".";
            return Measured.none(0, coverage.leftOut, coverage.tiersThen, reason);
        }
        return Measured.ratio(
                metric,
                BigDecimal.valueOf(coverage.filled),
                BigDecimal.valueOf(coverage.seats),
                coverage.seats,
                coverage.leftOut,
                coverage.tiersThen);
    }
}
