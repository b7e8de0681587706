package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds one account of a test's book. */
final class AnAccount {
    private final String id;
    private Tier tier = Tier.TIER_3;
    private @Nullable Points points;
    private @Nullable BigDecimal revenue;
    private @Nullable String region;
    private @Nullable String language;
    private @Nullable String industry;
    private boolean sponsorNeeded;
    private @Nullable Integer counterpartLevel;
    private @Nullable String manager;
    private @Nullable String sponsor;
    private @Nullable LocalDate renewalOn;
    private boolean inNegotiation;
    private @Nullable List<String> competesWith;
    private @Nullable String clearance;
    private List<String> skills = List.of();
    private Place place = Place.UNKNOWN;
    private List<String> knownTo = List.of();
    private boolean growth;

    private AnAccount(String id) {
        this.id = id;
    }

    static AnAccount called(String id) {
        return new AnAccount(id);
    }

    AnAccount tier(Tier tier) {
        this.tier = tier;
        return this;
    }

    AnAccount points(Points points) {
        this.points = points;
        return this;
    }

    AnAccount points(String points) {
        return points(Points.of(points));
    }

    AnAccount revenue(BigDecimal revenue) {
        this.revenue = revenue;
        return this;
    }

    AnAccount region(String region) {
        this.region = region;
        return this;
    }

    AnAccount language(String language) {
        this.language = language;
        return this;
    }

    AnAccount industry(String industry) {
        this.industry = industry;
        return this;
    }

    AnAccount sponsorNeeded(int counterpartLevel) {
        this.sponsorNeeded = true;
        this.counterpartLevel = counterpartLevel;
        return this;
    }

    AnAccount heldBy(String manager) {
        this.manager = manager;
        return this;
    }

    AnAccount sponsoredBy(String sponsor) {
        this.sponsor = sponsor;
        return this;
    }

    AnAccount renewingOn(LocalDate day) {
        this.renewalOn = day;
        return this;
    }

    AnAccount inNegotiation() {
        this.inNegotiation = true;
        return this;
    }

    AnAccount competingWith(String... accounts) {
        this.competesWith = List.of(accounts);
        return this;
    }

    AnAccount clearance(String clearance) {
        this.clearance = clearance;
        return this;
    }

    AnAccount needing(String... skills) {
        this.skills = List.of(skills);
        return this;
    }

    AnAccount in(Place place) {
        this.place = place;
        return this;
    }

    AnAccount knownTo(String... people) {
        this.knownTo = List.of(people);
        return this;
    }

    AnAccount toGrow() {
        this.growth = true;
        return this;
    }

    AccountDemand build() {
        return new AccountDemand(
                id,
                id,
                tier,
                points == null ? Books.pointsOf(tier) : points,
                revenue,
                region,
                language,
                industry,
                sponsorNeeded,
                counterpartLevel,
                manager,
                sponsor,
                renewalOn,
                inNegotiation,
                competesWith,
                clearance,
                skills,
                place,
                knownTo,
                growth);
    }
}
