package dev.keyline.sample;

import java.util.Map;
import java.util.Objects;

/** What the clocks say where companies and people sit. */
final class TimeZones {
    private static final Map<String, String> OF_COUNTRY = Map.ofEntries(
            Map.entry("US", "America/New_York"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("BR", "America/Sao_Paulo"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("GB", "Europe/London"),
            Map.entry("IE", "Europe/Dublin"),
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("AT", "Europe/Vienna"),
            Map.entry("CH", "Europe/Zurich"),
            Map.entry("FR", "Europe/Paris"),
            Map.entry("BE", "Europe/Brussels"),
            Map.entry("NL", "Europe/Amsterdam"),
            Map.entry("IT", "Europe/Rome"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("PT", "Europe/Lisbon"),
            Map.entry("GR", "Europe/Athens"),
            Map.entry("HU", "Europe/Budapest"),
            Map.entry("JP", "Asia/Tokyo"),
            Map.entry("KR", "Asia/Seoul"),
            Map.entry("SG", "Asia/Singapore"),
            Map.entry("IN", "Asia/Kolkata"));

    /** Cities whose clocks differ from most of their country. */
    private static final Map<String, String> OF_CITY = Map.of(
            "Chicago", "America/Chicago",
            "Denver", "America/Denver",
            "Phoenix", "America/Phoenix",
            "Seattle", "America/Los_Angeles",
            "Portland", "America/Los_Angeles",
            "San Diego", "America/Los_Angeles",
            "Vancouver", "America/Vancouver",
            "Calgary", "America/Edmonton");

    private TimeZones() {}

    static String of(String country, String city) {
        return OF_CITY.getOrDefault(city, Objects.requireNonNull(OF_COUNTRY.get(country), country));
    }
}
