package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person as the solver sees them: what they can take on in the month of the plan. Compared by identity. */
final class Candidate {
    private final int index;
    private final Person person;
    private final Rates rates;
    private final Capacity capacity;
    private final Set<String> regions;
    private final Set<String> languages;
    private final Set<String> industries;
    private final @Nullable Integer minutesAheadOfUtc;
    private long fairShare = Long.MAX_VALUE;
    private long fairRevenue;

    Candidate(int index, Person person, Rates rates, Capacity capacity) {
        this.index = index;
        this.person = person;
        this.rates = rates;
        this.capacity = capacity;
        this.regions = Set.copyOf(person.regions());
        this.languages = Set.copyOf(person.languages());
        this.industries = Set.copyOf(person.industries());
        this.minutesAheadOfUtc = person.place().minutesAheadOfUtc(rates.asOf());
    }

    int index() {
        return index;
    }

    Person person() {
        return person;
    }

    String name() {
        return person.name();
    }

    /** Thousandths of a point in the month of the plan, after ramp and leave. */
    long capacity() {
        return capacity.thousandths();
    }

    boolean inService() {
        return capacity.absence() == null;
    }

    /** Why the person can take on nothing, as in "left on 2026-11-01"; null when they can. */
    @Nullable
    String absence() {
        return capacity.absence();
    }

    boolean ramping() {
        return capacity.ramping();
    }

    boolean coversRegion(@Nullable String region) {
        return region == null || regions.isEmpty() || regions.contains(region);
    }

    boolean speaks(@Nullable String language) {
        return language == null || languages.contains(language);
    }

    boolean knowsIndustry(@Nullable String industry) {
        return industry == null || industries.contains(industry);
    }

    boolean holdsClearance(@Nullable String clearance) {
        return clearance == null || person.clearances().contains(clearance);
    }

    boolean skilledIn(List<String> products) {
        return person.skills().containsAll(products);
    }

    /** Null when the person's time zone is not known. */
    @Nullable
    Integer minutesAheadOfUtc() {
        return minutesAheadOfUtc;
    }

    int tier1Limit() {
        return rates.limits().tier1Accounts();
    }

    /** Whole units of the reporting currency a year. */
    long revenueLimit() {
        return rates.limits()
                .annualRevenue()
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /** Whether an account fits beside what this manager holds. */
    boolean hasRoom(Holding held, ManagerSeat seat) {
        return held.points() + seat.pointsWith(this) <= capacity()
                && (!seat.tier1() || held.tier1() < tier1Limit())
                && (seat.bookedRevenue() == 0 || held.revenue() + seat.bookedRevenue() <= revenueLimit());
    }

    /** What of this manager is used up, as in "Ann 110 of 110 points"; null when the account fits. */
    @Nullable
    String obstacle(Holding held, ManagerSeat seat) {
        if (hasRoom(held, seat)) {
            return null;
        }
        if (held.points() + seat.pointsWith(this) > capacity()) {
            return "%s %s of %s points"
                    .formatted(name(), Points.ofThousandths(held.points()), Points.ofThousandths(capacity()));
        }
        return seat.tier1() && held.tier1() >= tier1Limit()
                ? "%s %d of %d Tier 1 accounts".formatted(name(), held.tier1(), tier1Limit())
                : "%s %,d of %,d revenue a year".formatted(name(), held.revenue(), revenueLimit());
    }

    int sponsorLimit() {
        int limit = person.level() == 6
                ? rates.limits().sponsoredByChiefExecutive()
                : rates.limits().sponsoredAccounts();
        return person.maxSponsored() == null ? limit : Math.min(limit, person.maxSponsored());
    }

    boolean reportsTo(Candidate executive) {
        return executive.person.id().equals(person.lineManager());
    }

    /** Thousandths of a point above which this manager is busier than the fairest plan needs; set once, before solving. */
    long fairShare() {
        return fairShare;
    }

    void setFairShare(long thousandths) {
        this.fairShare = thousandths;
    }

    /** Revenue a year that would be this manager's if all held as much of it as they have capacity; set once, before solving. */
    void setFairRevenue(long revenue) {
        this.fairRevenue = revenue;
    }

    /** What holding so much in all costs in the unit of the score, hundredths of the reporting currency, by the plan's weights. */
    long priceFor(Holding held) {
        long sum = 0;
        for (HoldingPrice price : HoldingPrice.values()) {
            sum += priceFor(price, held);
        }
        return sum;
    }

    long priceFor(HoldingPrice price, Holding held) {
        return price.of(this, held) * rates.weight(price.constraint());
    }

    /** What sponsoring so many accounts costs in the unit of the score, by the plan's weights. */
    long priceForSponsoring(int accounts) {
        return priceAboveTarget(accounts) * rates.weight(CoverageWeights.Soft.SPONSOR_SPREAD);
    }

    /** The price, in the reporting currency, of carrying a load beside the others: load squared over capacity. */
    long priceOfLoad(long load) {
        return capacity() == 0 ? 0 : inMoney(load * load / capacity());
    }

    /** The price, in the reporting currency, of the part of a load above the fair share. */
    long priceAboveFairShare(long load) {
        return load <= fairShare ? 0 : inMoney(load - fairShare);
    }

    /** The price, in the reporting currency, of looking after revenue beside the others: revenue squared over the fair part. */
    long priceOfRevenue(long revenue) {
        return fairRevenue == 0
                ? 0
                : (long) ((double) revenue * revenue / fairRevenue); // the square of a large book is no long
    }

    /** The price, in the reporting currency, of Tier 1 accounts beside each other: 0, 1, 3, 6, … points' revenue. */
    long priceOfTier1(int accounts) {
        return (long) accounts * (accounts - 1) / 2 * rates.revenueOfPoint();
    }

    /** The price, in the reporting currency, of sponsoring more accounts than is good: 1, 3, 6, … points' revenue. */
    long priceAboveTarget(int sponsored) {
        long above = Math.max(0, sponsored - rates.limits().sponsoredTarget());
        return above * (above + 1) / 2 * rates.revenueOfPoint();
    }

    private long inMoney(long thousandths) {
        return thousandths * rates.revenueOfPoint() / 1000;
    }

    @Override
    public String toString() {
        return person.name();
    }
}
