package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds one person of a test's book. */
final class APerson {
    private final String id;
    private final PersonKind kind;
    private final int level;
    private @Nullable String lineManager;
    private List<String> languages = List.of();
    private List<String> industries = List.of();
    private List<String> regions = List.of();
    private Points capacity = Person.FULL_TIME;
    private @Nullable Integer maxSponsored;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate leavesOn;
    private final List<Leave> leave = new ArrayList<>();
    private List<String> clearances = List.of();
    private List<String> skills = List.of();
    private Place place = Place.UNKNOWN;
    private @Nullable Boolean growth;

    private APerson(String id, PersonKind kind, int level) {
        this.id = id;
        this.kind = kind;
        this.level = level;
    }

    static APerson manager(String id) {
        return new APerson(id, PersonKind.ACCOUNT_MANAGER, 1);
    }

    static APerson executive(String id, int level) {
        return new APerson(id, PersonKind.EXECUTIVE, level);
    }

    APerson reportingTo(String lineManager) {
        this.lineManager = lineManager;
        return this;
    }

    APerson speaking(List<String> languages) {
        this.languages = languages;
        return this;
    }

    APerson knowing(String... industries) {
        this.industries = List.of(industries);
        return this;
    }

    APerson covering(List<String> regions) {
        this.regions = regions;
        return this;
    }

    APerson capacity(String points) {
        this.capacity = Points.of(points);
        return this;
    }

    APerson sponsoringAtMost(int accounts) {
        this.maxSponsored = accounts;
        return this;
    }

    APerson startingOn(LocalDate day) {
        this.startsOn = day;
        return this;
    }

    APerson leavingOn(LocalDate day) {
        this.leavesOn = day;
        return this;
    }

    APerson away(LocalDate from, LocalDate to) {
        leave.add(new Leave(from, to));
        return this;
    }

    APerson cleared(String... clearances) {
        this.clearances = List.of(clearances);
        return this;
    }

    APerson skilledIn(String... skills) {
        this.skills = List.of(skills);
        return this;
    }

    APerson in(Place place) {
        this.place = place;
        return this;
    }

    APerson growing(boolean growth) {
        this.growth = growth;
        return this;
    }

    Person build() {
        return new Person(
                id,
                id,
                kind,
                lineManager,
                level,
                languages,
                industries,
                regions,
                capacity,
                maxSponsored,
                startsOn,
                leavesOn,
                leave,
                clearances,
                skills,
                place,
                growth);
    }
}
