package dev.keyline.metrics;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Measures the portfolio as of any month that has begun. */
@Singleton
public class Metrics {
    /** The longest series: ten years. */
    public static final int MOST_MONTHS = 120;

    /** Older than any contract in a CRM. */
    private static final YearMonth EARLIEST = YearMonth.of(1970, 1);

    private final Jdbi jdbi;
    private final Targets targets;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final String currency;

    @Inject
    Metrics(
            Jdbi jdbi,
            Targets targets,
            BusinessTime businessTime,
            Clock clock,
            @ConfigProperty(name = "keyline.reporting-currency") String currency) {
        this.jdbi = jdbi;
        this.targets = targets;
        this.businessTime = businessTime;
        this.clock = clock;
        this.currency = currency;
    }

    public List<Definition> definitions() {
        return Definition.all();
    }

    /**
     * Every metric as of a month.
     *
     * @param month null: the last that is over
     * @throws BadInputException naming {@code asOf}
     */
    public MetricsReport report(@Nullable YearMonth month, By by) {
        Period period = period("asOf", month);
        return jdbi.inTransaction(handle -> {
            Families families = new Families(handle, question(List.of(period), by), List.of(Metric.values()));
            List<MetricsReport.OfSegment> segments = families.segments(names(handle, by)).stream()
                    .map(segment -> new MetricsReport.OfSegment(
                            segment,
                            Arrays.stream(Metric.values())
                                    .map(metric -> value(families, metric, segment, period))
                                    .toList()))
                    .toList();
            return new MetricsReport(
                    period.month(),
                    period.opening(),
                    period.closing(),
                    period.complete(),
                    by,
                    currency,
                    by.placed(),
                    segments);
        });
    }

    /**
     * One metric over months, both ends included.
     *
     * @param from null: a year's months
     * @param to null: the last month that is over
     * @throws BadInputException naming {@code from} or {@code to}
     */
    public MetricSeries series(Metric metric, @Nullable YearMonth from, @Nullable YearMonth to, By by) {
        List<Period> periods = periods(from, to);
        return jdbi.inTransaction(handle -> {
            Families families = new Families(handle, question(periods, by), List.of(metric));
            List<MetricSeries.OfSegment> segments = families.segments(names(handle, by)).stream()
                    .map(segment -> new MetricSeries.OfSegment(
                            segment,
                            periods.stream()
                                    .map(period -> new MetricSeries.Point(
                                            period.month(), value(families, metric, segment, period)))
                                    .toList()))
                    .toList();
            return new MetricSeries(metric, by, currency, by.placed(), segments);
        });
    }

    /**
     * How unevenly revenue is spread as of a month.
     *
     * @param month null: the last that is over
     * @throws BadInputException naming {@code asOf}
     */
    public Concentration concentration(@Nullable YearMonth month, By by) {
        Period period = period("asOf", month);
        return jdbi.inTransaction(handle -> {
            Question question = question(List.of(period), by);
            Families families = new Families(handle, question, List.of(Metric.CONCENTRATION));
            Map<Cell, List<Concentration.Reached>> points = Concentration.points(handle, question);
            List<Concentration.Curve> curves = families.segments(names(handle, by)).stream()
                    .map(segment -> Concentration.curve(
                            segment,
                            value(families, Metric.CONCENTRATION, segment, period),
                            points.getOrDefault(Cell.of(by, segment, period), List.of())))
                    .toList();
            return new Concentration(period.month(), period.closing(), by, currency, curves);
        });
    }

    private MetricValue value(Families families, Metric metric, Segment segment, Period period) {
        Measured measured = families.measure(metric, segment, period);
        return MetricValue.of(metric, measured, targets.of(metric, measured.value(), segment.id(), period));
    }

    private Question question(List<Period> periods, By by) {
        return new Question(periods, by, businessTime.zone(), currency);
    }

    private static Map<String, String> names(Handle handle, By by) {
        Map<String, String> names = new HashMap<>();
        if (by == By.MANAGER) {
            handle.createQuery("select id, name from person where kind = 'account-manager'")
                    .map((row, context) -> names.put(row.getString("id"), row.getString("name")))
                    .list();
        }
        return names;
    }

    private List<Period> periods(@Nullable YearMonth from, @Nullable YearMonth to) {
        YearMonth last = period("to", to).month();
        YearMonth first =
                from == null ? last.minusMonths(11) : period("from", from).month();
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw new BadInputException(
                    "from", "must not be after `to`, nor a series longer than " + MOST_MONTHS + " months");
        }
        LocalDate today = today();
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(months)
                .map(month -> Period.of(month, today))
                .toList();
    }

    private Period period(String parameter, @Nullable YearMonth asked) {
        YearMonth running = YearMonth.from(today());
        YearMonth month = asked == null ? running.minusMonths(1) : asked;
        if (month.isAfter(running) || month.isBefore(EARLIEST)) {
            throw new BadInputException(parameter, "must be a month from " + EARLIEST + " to " + running);
        }
        return Period.of(month, today());
    }

    private LocalDate today() {
        return businessTime.dayOf(clock.instant());
    }
}
