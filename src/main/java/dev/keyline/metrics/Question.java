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
    /** Every family's first table: one row a period. */
    static final String PERIODS = """
            with period as (
              select * from unnest(cast(:months as date[]), cast(:openings as date[]), cast(:closings as date[]))
                as p (month, opening, closing))
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
