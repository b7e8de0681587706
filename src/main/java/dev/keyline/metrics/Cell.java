package dev.keyline.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** One segment in one month; the segment is null for accounts that belong to none. */
record Cell(YearMonth month, @Nullable String segment) {
    static Cell of(ResultSet row) throws SQLException {
        return new Cell(YearMonth.from(row.getObject("month", LocalDate.class)), row.getString("segment"));
    }

    static Cell of(By by, Segment segment, Period period) {
        return new Cell(period.month(), by == By.WHOLE ? By.ALL : segment.id());
    }
}
