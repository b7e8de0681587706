package dev.keyline.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The answers to one question: of each family only what the wanted metrics need is asked, each in one statement. */
final class Families {
    private static final List<Metric> OF_RETENTION =
            List.of(Metric.NRR, Metric.GRR, Metric.LOGO_CHURN, Metric.LOGO_RETENTION, Metric.LTV);
    private static final List<Metric> OF_REVENUE = List.of(Metric.LTV, Metric.CONCENTRATION);
    private static final List<Metric> OF_SATISFACTION = List.of(Metric.CSAT, Metric.NPS);
    private static final List<Metric> OF_COVERAGE = List.of(Metric.COVERAGE_RATIO, Metric.SPONSOR_COVERAGE);

    private final Question question;
    private final Map<Cell, Retention> retention;
    private final Map<Cell, Revenue> revenue;
    private final Map<Metric, Map<Cell, Satisfaction>> satisfaction = new EnumMap<>(Metric.class);
    private final Map<Metric, Map<Cell, Coverage>> coverage = new EnumMap<>(Metric.class);

    Families(Handle handle, Question question, Collection<Metric> wanted) {
        this.question = question;
        retention = wanted.stream().anyMatch(OF_RETENTION::contains) ? Retention.of(handle, question) : Map.of();
        revenue = wanted.stream().anyMatch(OF_REVENUE::contains) ? Revenue.of(handle, question) : Map.of();
        wanted.stream()
                .filter(OF_SATISFACTION::contains)
                .forEach(metric -> satisfaction.put(metric, Satisfaction.of(handle, question, metric)));
        wanted.stream()
                .filter(OF_COVERAGE::contains)
                .forEach(metric -> coverage.put(metric, Coverage.of(handle, question, metric)));
    }

    /** Every segment that something is known of, in their order; the whole portfolio is one even when it is empty. */
    List<Segment> segments(Map<String, String> names) {
        By by = question.by();
        if (by == By.WHOLE) {
            return List.of(Segment.of(by, null, names));
        }
        List<Map<Cell, ?>> all = new ArrayList<>(List.of(retention, revenue));
        all.addAll(satisfaction.values());
        all.addAll(coverage.values());
        return all.stream()
                .flatMap(family -> family.keySet().stream())
                .map(cell -> Segment.of(by, cell.segment(), names))
                .distinct()
                .sorted(Segment.ORDER)
                .toList();
    }

    Measured measure(Metric metric, Segment segment, Period period) {
        Cell cell = Cell.of(question.by(), segment, period);
        return switch (metric) {
            case NRR, GRR, LOGO_CHURN, LOGO_RETENTION -> Retention.measure(metric, retention.get(cell), period);
            case LTV -> Revenue.lifetimeValue(revenue.get(cell), retention.get(cell), period);
            case CONCENTRATION -> Revenue.concentration(revenue.get(cell), period);
            case CSAT, NPS -> Satisfaction.measure(metric, in(satisfaction, metric, cell), period);
            case COVERAGE_RATIO, SPONSOR_COVERAGE -> Coverage.measure(metric, in(coverage, metric, cell), period);
        };
    }

    private static <T> @Nullable T in(Map<Metric, Map<Cell, T>> family, Metric metric, Cell cell) {
        return family.getOrDefault(metric, Map.of()).get(cell);
    }
}
