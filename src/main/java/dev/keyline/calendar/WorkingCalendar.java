package dev.keyline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a region's calendar, as clocks run by it. Durations are of time that really passes within working
 * hours: a shift through the night in which clocks are put forward is an hour shorter.
 */
public final class WorkingCalendar {
    /** Ten years, in days: a duration that does not end within them is a mistake. */
    private static final int LONGEST_DAYS = 3_660;

    private final String region;
    private final int version;
    private final CalendarDefinition definition;
    private final PublicHolidays publicHolidays;
    private final Map<LocalDate, SpecialDay> special = new HashMap<>();

    WorkingCalendar(String region, int version, CalendarDefinition definition, PublicHolidays publicHolidays) {
        this.region = region;
        this.version = version;
        this.definition = definition;
        this.publicHolidays = publicHolidays;
        definition.days().forEach(day -> special.put(day.date(), day));
    }

    /** Whose calendar it is: the region asked for, or {@code default} where that has none of its own. */
    public String region() {
        return region;
    }

    /** Its number, for a record of what was computed by it. */
    public int version() {
        return version;
    }

    public ZoneId zone() {
        return definition.zone();
    }

    public CalendarDefinition definition() {
        return definition;
    }

    /**
     * The instant at which that much working time has passed. What is used up exactly at closing time is due then, not
     * when work begins again: the promise was kept within that day or not at all. No time at all is over at once, even
     * outside working hours.
     *
     * @param time not negative, and over within ten years
     * @throws IllegalArgumentException when it is
     */
    public Instant plus(Instant start, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("working time runs forward: " + time);
        }
        if (time.isZero()) {
            return start;
        }
        Duration left = time;
        LocalDate day = dayOf(start);
        for (int i = 0; i < LONGEST_DAYS; i++, day = day.plusDays(1)) {
            for (Span span : hoursOn(day)) {
                Instant from = later(start, at(day, span.from()));
                Duration there = Duration.between(from, end(day, span));
                if (left.compareTo(there) <= 0) {
                    return from.plus(left);
                }
                if (!there.isNegative()) {
                    left = left.minus(there);
                }
            }
        }
        throw new IllegalArgumentException(time + " of working time in " + region + " do not end within ten years");
    }

    /** The working time from one instant to another; negative when that is earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : hoursOn(day)) {
                Duration there = Duration.between(later(from, at(day, span.from())), earlier(to, end(day, span)));
                if (!there.isNegative()) {
                    sum = sum.plus(there);
                }
            }
        }
        return sum;
    }

    /** Whether work is done at that instant; at closing time it no longer is. */
    public boolean isWorking(Instant at) {
        LocalDate day = dayOf(at);
        return hoursOn(day).stream()
                .anyMatch(span -> !at.isBefore(at(day, span.from())) && at.isBefore(end(day, span)));
    }

    /** When work is done on a day: none on a holiday. */
    public List<Span> hoursOn(LocalDate day) {
        SpecialDay otherwise = special.get(day);
        if (otherwise != null && (!otherwise.working() || !otherwise.hours().isEmpty())) {
            return otherwise.hours();
        }
        return otherwise == null && publicHoliday(day).isPresent()
                ? List.of()
                : definition.hours().on(day.getDayOfWeek());
    }

    /** What makes a day other than its weekday: a public holiday's name, or that of a day of the calendar's own. */
    public Optional<String> nameOf(LocalDate day) {
        SpecialDay otherwise = special.get(day);
        return otherwise == null ? publicHoliday(day) : Optional.of(otherwise.name());
    }

    private Optional<String> publicHoliday(LocalDate day) {
        return Optional.ofNullable(definition.holidays()).flatMap(source -> publicHolidays.on(day, source));
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private Instant end(LocalDate day, Span span) {
        return span.endsWithTheDay() ? at(day.plusDays(1), LocalTime.MIDNIGHT) : at(day, span.to());
    }

    /** A time that the clocks skip is the moment they skip it, one they show twice is the first of the two. */
    private Instant at(LocalDate day, LocalTime time) {
        ZoneOffsetTransition transition = zone().getRules().getTransition(day.atTime(time));
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : day.atTime(time).atZone(zone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return "calendar of " + region + ", version " + version;
    }
}
