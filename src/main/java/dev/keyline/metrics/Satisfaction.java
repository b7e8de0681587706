package dev.keyline.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What customers said in a period: of each account its last reading, so that one that is asked weekly has one voice.
 *
 * @param sum of the readings
 */
record Satisfaction(int accounts, BigDecimal sum, @Nullable Integer tiersThen) {
    private static final String SQL = Question.PERIODS_AND_ACCOUNTS + """
            select p.month, {key} as segment, count(*) as accounts, sum(said.score) as sum, {ofThen} as tiers_then
            from period as p
            cross join account_now as a
            cross join lateral (
              select s.score from satisfaction_reading as s
              where s.account_id = a.id and s.kind = :kind
                and s.read_at >= cast(p.opening + 1 as timestamp) at time zone :zone
                and s.read_at < cast(p.closing + 1 as timestamp) at time zone :zone
              order by s.read_at desc limit 1) as said
            {joins}
            group by 1, 2
            """;

    /** @param metric {@link Metric#CSAT} or {@link Metric#NPS} */
    static Map<Cell, Satisfaction> of(Handle handle, Question question, Metric metric) {
        By by = question.by();
        String sql = SQL.replace("{key}", by.key())
                .replace("{ofThen}", by.ofThen())
                .replace("{joins}", by.joins("p.closing"));
        Map<Cell, Satisfaction> found = new HashMap<>();
        question.ask(handle, sql)
                .bind("zone", question.zone().getId())
                .bind("kind", metric.id())
                .map((row, context) -> Map.entry(Cell.of(row), of(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static Satisfaction of(ResultSet row) throws SQLException {
        return new Satisfaction(
                row.getInt("accounts"),
                Objects.requireNonNull(row.getBigDecimal("sum")),
                Coverage.wholeNumber(row, "tiers_then"));
    }

    static Measured measure(Metric metric, @Nullable Satisfaction said, Period period) {
        return said == null
                ? Measured.none(
                        0,
                        0,
                        null,
                        "There is no %s reading from %s to %s."
                                .formatted(metric.title(), period.opening().plusDays(1), period.closing()))
                : Measured.ratio(metric, said.sum, BigDecimal.valueOf(said.accounts), said.accounts, 0, said.tiersThen);
    }
}
