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

    static final String AWAY_FOR_LONG = "M14";

    private static final int FULL_TIME = 110;
    private static final int SENIOR = 44;
    private static final int REGULAR = 30;

    boolean mayHold(Company company) {
        return serves(company) && meets(Needs.of(company));
    }

    /** Whether region and language allow it, whatever else the company asks for. */
    boolean serves(Company company) {
        return regions.contains(company.market().region())
                && languages.contains(company.market().language());
    }

    boolean meets(Needs needs) {
        return needs.clearedBy(clearances()) && skills().containsAll(needs.skills());
    }

    /** Those who know the industry that asks for one. */
    List<String> clearances() {
        return industries.contains(Industry.ENERGY.label) || industries.contains(Industry.TELECOM.label)
                ? List.of(Needs.CLEARANCE)
                : List.of();
    }

    /** Senior managers explain everything, others one thing. */
    List<String> skills() {
        return isSenior() ? Needs.hardToExplain() : List.of(Dice.of("skill", id).pick(Needs.hardToExplain()));
    }

    /** Senior managers make accounts grow; those with many small ones or little time do not; of others nobody knows. */
    @Nullable
    Boolean growth() {
        if (isSenior()) {
            return Boolean.TRUE;
        }
        boolean hasNoTime = capacity == FULL_TIME || capacity < REGULAR;
        return hasNoTime ? Boolean.FALSE : null;
    }

    String city() {
        return Dice.of("city", id).pick(home().cities());
    }

    private boolean isSenior() {
        return capacity >= SENIOR && capacity < FULL_TIME;
    }

    /** Neither about to go nor away for long. */
    boolean isAround() {
        return leaves == null && !id.equals(AWAY_FOR_LONG);
    }

    boolean isNew() {
        return starts != null && starts.isAfter(Anchor.daysAgo(120));
    }

    String title() {
        if (capacity == FULL_TIME) {
            return "Digital account manager";
        }
        if (isSenior()) {
            return "Senior account manager";
        }
        return capacity < REGULAR ? "Account manager, part time" : "Account manager";
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
