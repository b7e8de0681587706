package dev.keyline.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How unevenly revenue is spread over customers. */
@Schema(description = "How unevenly revenue is spread over customers, the largest first.")
public record Concentration(
        @Schema(type = SchemaType.STRING, description = "The month.", examples = "2026-03")
        YearMonth month,

        @Schema(description = "The day on which contracts count.")
        LocalDate closingDay,

        @Schema(description = "What it is divided by.") By by,

        @Schema(description = "The reporting currency, ISO 4217.")
        String currency,

        @Schema(description = "One a segment.") List<Curve> segments) {

    /** The Pareto curve of one segment. */
    @Schema(description = "The Pareto curve of one segment.")
    public record Curve(
            @Schema(description = "The segment.") Segment segment,

            @Schema(description = "The share of revenue of the largest 20 %.")
            MetricValue top20Percent,

            @Schema(
                    description = "The fewest accounts, the largest, that make 80 % of revenue; null without revenue.",
                    nullable = true)
            @Nullable
            Integer accountsOf80Percent,

            @Schema(
                    description =
                            "The curve from its first account to its last, at most one point for each hundredth of the"
                                    + " accounts.")
            List<Point> points) {}

    /** The largest accounts together. */
    @Schema(description = "The largest accounts together.")
    public record Point(
            @Schema(description = "How many of the largest.")
            int accounts,

            @Schema(description = "Their share of all accounts, 0 to 1.")
            BigDecimal ofAccounts,

            @Schema(description = "Their annual value, in the reporting currency.")
            BigDecimal revenue,

            @Schema(description = "Its share of all revenue, 0 to 1.")
            BigDecimal ofRevenue) {}

    private static final String POINTS = """
            select month, segment, rank, customers, up_to_here, total, up_to_here >= 0.8 * total as most
            from ranked
            where not unknown_now
              and (100 * rank / customers > 100 * (rank - 1) / customers
                or up_to_here >= 0.8 * total and up_to_here - value_now < 0.8 * total)
            order by rank
            """;

    /** A point, and whether it has reached 80 % of revenue. */
    record Reached(Point point, boolean most) {}

    /** The points of each segment's curve, among them always the first that reaches 80 % of revenue. */
    static Map<Cell, List<Reached>> points(Handle handle, Question question) {
        Map<Cell, List<Reached>> points = new HashMap<>();
        Contracts.ask(question, handle, Revenue.ranked(question.by()) + POINTS)
                .map((row, context) -> Map.entry(Cell.of(row), new Reached(point(row), row.getBoolean("most"))))
                .forEach(entry -> points.computeIfAbsent(entry.getKey(), cell -> new ArrayList<>())
                        .add(entry.getValue()));
        return points;
    }

    private static Point point(ResultSet row) throws SQLException {
        int rank = row.getInt("rank");
        BigDecimal upToHere = row.getBigDecimal("up_to_here");
        return new Point(
                rank,
                share(BigDecimal.valueOf(rank), row.getBigDecimal("customers")),
                upToHere.setScale(2, RoundingMode.HALF_EVEN),
                share(upToHere, row.getBigDecimal("total")));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, Unit.SHARE.decimals(), RoundingMode.HALF_EVEN);
    }

    static Curve curve(Segment segment, MetricValue top, List<Reached> points) {
        Integer accountsOf80Percent = points.stream()
                .filter(Reached::most)
                .findFirst()
                .map(reached -> reached.point().accounts())
                .orElse(null);
        return new Curve(
                segment,
                top,
                accountsOf80Percent,
                points.stream().map(Reached::point).toList());
    }
}
