package dev.keyline.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account manager. Points are hours a month for this book: 110 is all of them. Only the two digital managers, who
 * look after many small accounts, give them all; the others win new customers as well.
 *
 * @param boss the vice president whose team this is: the number of an executive
 */
record Manager(
        String id,
        String country,
        List<Region> regions,
        List<String> languages,
        List<String> industries,
        int capacity,
        String boss,
        @Nullable LocalDate starts,
        @Nullable LocalDate leaves) {

    private static final int FULL_TIME = 110;

    boolean mayHold(Company company) {
        return regions.contains(company.market().region())
                && languages.contains(company.market().language());
    }

    boolean isNew() {
        return starts != null && starts.isAfter(Anchor.daysAgo(120));
    }

    String title() {
        if (capacity == FULL_TIME) {
            return "Digital account manager";
        }
        if (capacity >= 44) {
            return "Senior account manager";
        }
        return capacity < 30 ? "Account manager, part time" : "Account manager";
    }

    /** The market whose names the manager's own comes from. */
    Market home() {
        return Market.ALL.stream()
                .filter(market -> market.country().equals(country)
                        && regions.contains(market.region())
                        && languages.contains(market.language()))
                .findFirst()
                .orElseThrow();
    }
}
