package dev.keyline.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Readings of one metric up to the as-of, latest first: what usage rules measure before they compare with a limit. */
public final class UsageHistory {
    private final List<UsageReading> readings;
    private final ZonedDateTime asOf;

    private UsageHistory(List<UsageReading> readings, ZonedDateTime asOf) {
        this.readings = readings;
        this.asOf = asOf;
    }

    /** Usage readings in any order, without their type because rules collect them so; those after the as-of are not there. */
    public static UsageHistory of(Collection<?> readings, ZonedDateTime asOf) {
        return new UsageHistory(
                readings.stream()
                        .map(UsageReading.class::cast)
                        .filter(reading -> Elapsed.reached(reading.at(), asOf))
                        .sorted(Comparator.comparing(UsageReading::at).reversed())
                        .toList(),
                asOf);
    }

    /**
     * The fall from the highest reading of a span to the latest, which ends it.
     *
     * @param days the span; a latest reading older than that tells nothing of now
     * @param seats more than 0
     * @return null where no reading is fresh enough
     */
    public @Nullable UtilisationDrop drop(int days, BigDecimal seats) {
        if (readings.isEmpty() || daysAgo(readings.get(0)) > days) {
            return null;
        }
        UsageReading latest = readings.get(0);
        BigDecimal highest = readings.stream()
                .filter(reading -> daysAgo(reading) - daysAgo(latest) <= days)
                .map(UsageReading::value)
                .max(Comparator.naturalOrder())
                .orElse(latest.value());
        return new UtilisationDrop(highest, latest.value(), seats);
    }

    /**
     * How many weeks in a row, the past seven days included, ended lower than the week before. A week counts with its
     * last reading, so that daily and weekly readings are judged alike; one without a reading ends the row.
     */
    public int getWeeksFalling() {
        int falling = 0;
        while (fell(falling)) {
            falling++;
        }
        return falling;
    }

    private boolean fell(long weeksAgo) {
        Optional<BigDecimal> before = lastOfWeek(weeksAgo + 1);
        return lastOfWeek(weeksAgo)
                .filter(now -> before.isPresent() && now.compareTo(before.get()) < 0)
                .isPresent();
    }

    private Optional<BigDecimal> lastOfWeek(long weeksAgo) {
        return readings.stream()
                .filter(reading -> Elapsed.weeks(reading.at(), asOf) == weeksAgo)
                .findFirst()
                .map(UsageReading::value);
    }

    /**
     * The readings as answer times, the recent ones against all before.
     *
     * @param recentDays how many past days are recent
     * @return null where there is nothing to compare
     */
    public @Nullable AnswerTimes answerTimes(int recentDays) {
        Optional<BigDecimal> recent = mean(reading -> daysAgo(reading) < recentDays);
        Optional<BigDecimal> usual =
                mean(reading -> daysAgo(reading) >= recentDays).filter(mean -> mean.signum() > 0);
        return recent.isPresent() && usual.isPresent() ? new AnswerTimes(recent.get(), usual.get()) : null;
    }

    private Optional<BigDecimal> mean(Predicate<UsageReading> counted) {
        List<BigDecimal> values =
                readings.stream().filter(counted).map(UsageReading::value).toList();
        return values.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64));
    }

    private long daysAgo(UsageReading reading) {
        return Elapsed.days(reading.at(), asOf);
    }
}
