package dev.keyline.calendar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The calendars that this release ships, as {@code planning/calendars.yaml} documents them. */
final class ShippedCalendars {
    private static final String FILE = "planning/calendars.yaml";

    private ShippedCalendars() {}

    /** As the file has it: what is left out is the same for all. */
    record Shipped(
            @Nullable ZoneId zone,
            @Nullable WeeklyHours hours,
            @Nullable HolidaySource holidays,
            @Nullable List<SpecialDay> days) {}

    record File(WeeklyHours hours, Map<String, Shipped> regions) {}

    /** @param businessZone of a region for which the file names none */
    static SortedMap<String, CalendarDefinition> read(ZoneId businessZone) {
        YAMLMapper yaml = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = ShippedCalendars.class.getClassLoader().getResourceAsStream(FILE)) {
            File file = yaml.readValue(in, File.class);
            SortedMap<String, CalendarDefinition> calendars = new TreeMap<>();
            file.regions()
                    .forEach((region, shipped) -> calendars.put(
                            region,
                            new CalendarDefinition(
                                    Objects.requireNonNullElse(shipped.zone(), businessZone),
                                    Objects.requireNonNullElse(shipped.hours(), file.hours()),
                                    shipped.holidays(),
                                    Objects.requireNonNullElse(shipped.days(), List.of()))));
            return calendars;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
