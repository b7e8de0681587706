package dev.keyline.sample;

import static dev.keyline.sample.Region.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thirty account managers, written by hand so that every region's languages and hours are covered. */
final class Team {
    private final List<Manager> managers = new ArrayList<>();

    private Team() {
        add("US", List.of(EAST, WEST), "en", "Retail|Logistics|Healthcare", 110, "X06");
        add("US", List.of(EAST), "en", "Financial Services|Insurance", 33, "X06");
        add("US", List.of(EAST), "en|es", "Manufacturing|Software", 44, "X06");
        add("CA", List.of(EAST), "en|fr", "Energy|Telecommunications", 33, "X06");
        add("US", List.of(EAST), "en", "Pharmaceuticals|Healthcare", 33, "X06", 72, null);
        add("US", List.of(WEST), "en", "Telecommunications|Logistics", 44, "X06");
        add("CA", List.of(WEST), "en|fr", "Energy|Manufacturing", 33, "X06");
        add("US", List.of(WEST), "en|es", "Retail|Financial Services", 33, "X06");
        add("BR", List.of(LATIN), "pt|es|en", "Manufacturing|Energy", 44, "X07");
        add("MX", List.of(LATIN), "es|en", "Software|Retail", 44, "X07");
        add("BR", List.of(LATIN), "pt|en", "Financial Services|Healthcare", 33, "X07");
        add("GB", List.of(ISLES, DACH), "en|de", "Logistics|Retail|Manufacturing", 110, "X08");
        add("GB", List.of(ISLES), "en", "Financial Services|Insurance", 44, "X08");
        add("GB", List.of(ISLES), "en|fr", "Energy|Pharmaceuticals", 44, "X08");
        add("IE", List.of(ISLES), "en", "Healthcare|Telecommunications", 33, "X08");
        add("DE", List.of(DACH), "de|en", "Software|Manufacturing", 44, "X09");
        add("DE", List.of(DACH), "de|en", "Insurance|Financial Services", 44, "X09");
        add("AT", List.of(DACH), "de|en|it", "Energy|Logistics", 33, "X09");
        add("CH", List.of(DACH), "de|en|fr", "Pharmaceuticals|Healthcare", 33, "X09");
        add("FR", List.of(FRANCE), "fr|en", "Retail|Energy", 33, "X10");
        add("FR", List.of(FRANCE), "fr|en", "Software|Insurance", 22, "X10");
        add("BE", List.of(FRANCE), "fr|nl|en", "Logistics|Pharmaceuticals", 33, "X10");
        add("NL", List.of(FRANCE), "nl|en|de", "Financial Services|Telecommunications", 33, "X10");
        add("IT", List.of(SOUTH), "it|en", "Manufacturing|Software", 33, "X10");
        add("ES", List.of(SOUTH), "es|pt|it|en", "Telecommunications|Energy", 44, "X10");
        add("PT", List.of(SOUTH), "es|pt|en", "Retail|Healthcare", 22, "X10", null, 34);
        add("IT", List.of(SOUTH), "it|es|en", "Insurance|Pharmaceuticals", 33, "X10", 41, null);
        add("JP", List.of(ASIA), "ja|en", "Software|Manufacturing", 44, "X11");
        add("JP", List.of(ASIA), "ja|en", "Financial Services|Healthcare", 33, "X11");
        add("SG", List.of(ASIA), "en", "Logistics|Telecommunications|Energy", 44, "X11");
    }

    static List<Manager> managers() {
        return List.copyOf(new Team().managers);
    }

    private void add(
            String country, List<Region> regions, String languages, String industries, int capacity, String boss) {
        add(country, regions, languages, industries, capacity, boss, null, null);
    }

    /** A newcomer, by days since the start; or somebody about to go, by days until then. */
    private void add(
            String country,
            List<Region> regions,
            String languages,
            String industries,
            int capacity,
            String boss,
            @Nullable Integer startedDaysAgo,
            @Nullable Integer leavesInDays) {
        String id = "M%02d".formatted(managers.size() + 1);
        LocalDate starts = startedDaysAgo == null
                ? Anchor.daysAgo(Dice.of("starts", id).between(400, 3200))
                : Anchor.daysAgo(startedDaysAgo);
        managers.add(new Manager(
                id,
                country,
                regions,
                List.of(languages.split("\\|")),
                List.of(industries.split("\\|")),
                capacity,
                boss,
                starts,
                leavesInDays == null ? null : Anchor.daysAhead(leavesInDays)));
    }
}
