package dev.keyline.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.keyline.http.InputError;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays of countries and their parts, from the Jollyday library. Nothing is read before somebody asks, a
 * country's rules then once (about 20 ms, the first half a second) and each year of theirs once.
 */
@Singleton
class PublicHolidays {
    /** Outside these years the library's rules mean nothing, and no day is a holiday. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2199;

    private record Kept(HolidaySource source, int year) {}

    private final Map<Kept, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    /** What a public holiday is called in English; empty on any other day. The day it is observed counts, if it is moved. */
    Optional<String> on(LocalDate day, HolidaySource source) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return Optional.empty();
        }
        return Optional.ofNullable(years.computeIfAbsent(new Kept(source, day.getYear()), PublicHolidays::read)
                .get(day));
    }

    /** Why a source cannot be used, with a pointer into it. */
    Optional<InputError> refusal(HolidaySource source) {
        return inOwnLoader(() -> {
            if (source.country().length() != 2
                    || !HolidayManager.getSupportedCalendarCodes().contains(source.country())) {
                return Optional.of(new InputError(
                        "/country",
                        "is no country whose public holidays are known here: ISO 3166-1 alpha-2 such as DE"));
            }
            CalendarHierarchy part = manager(source).getCalendarHierarchy();
            for (String name : source.subdivisions()) {
                @Nullable CalendarHierarchy finer = part.getChildren().get(name);
                if (finer == null) {
                    return Optional.of(new InputError(
                            "/subdivision",
                            "has no " + name.toUpperCase(Locale.ROOT) + "; known are "
                                    + String.join(", ", new TreeMap<>(part.getChildren()).keySet())
                                            .toUpperCase(Locale.ROOT)));
                }
                part = finer;
            }
            return Optional.empty();
        });
    }

    private static Map<LocalDate, String> read(Kept kept) {
        return inOwnLoader(() -> {
            Map<LocalDate, String> days = new TreeMap<>();
            String[] parts = kept.source().subdivisions().toArray(String[]::new);
            for (Holiday holiday :
                    manager(kept.source()).getHolidays(Year.of(kept.year()), HolidayType.PUBLIC_HOLIDAY, parts)) {
                days.merge(
                        holiday.getDate(), holiday.getDescription(Locale.ENGLISH), (one, other) -> one + ", " + other);
            }
            return Map.copyOf(days);
        });
    }

    private static HolidayManager manager(HolidaySource source) {
        return HolidayManager.getInstance(
                ManagerParameters.create(source.country().toLowerCase(Locale.ROOT)));
    }

    /** The library looks for its parser with the loader of whichever thread comes first. */
    private static <T> T inOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
