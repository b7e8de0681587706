package dev.keyline.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.entity.PlanningPin;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** One account's place for an account manager; empty while nobody who may hold it has room. */
@PlanningEntity
class ManagerSeat {
    @PlanningId
    private int id;

    private AccountDemand account;
    private long points;
    private long revenue;
    private long atStake;
    private Rates rates;
    private @Nullable Integer minutesAheadOfUtc;
    private @Nullable Candidate present;
    private @Nullable Candidate only;
    private Set<Candidate> known = Set.of();
    private Map<Candidate, Pairing> pairings = Map.of();

    @ValueRangeProvider(id = "managers")
    private List<Candidate> eligible = List.of();

    @PlanningPin // or there is nobody to choose from, which the solver would go on trying
    private boolean settled;

    @PlanningVariable(valueRangeProviderRefs = "managers", nullable = true)
    private @Nullable Candidate manager;

    @SuppressWarnings("NullAway.Init") // for the solver, which fills the fields when it clones
    ManagerSeat() {}

    /**
     * @param present who holds it today and is among the people of the plan
     * @param eligible who may hold it; one person where a pin, a renewal or a negotiation keeps it there
     */
    ManagerSeat(int id, AccountDemand account, Rates rates, @Nullable Candidate present, List<Candidate> eligible) {
        this.id = id;
        this.account = account;
        this.rates = rates;
        this.minutesAheadOfUtc = account.place().minutesAheadOfUtc(rates.asOf());
        this.present = present;
        this.eligible = eligible;
        this.settled = eligible.isEmpty();
        this.points = account.points().thousandths();
        BigDecimal known = account.annualRevenue();
        this.revenue = known == null
                ? points * rates.revenueOfPoint() / 1000
                : known.setScale(0, RoundingMode.HALF_UP).longValue();
        this.atStake = Math.max(revenue, Math.max(1000, points) * rates.revenueOfPoint() / 1000);
    }

    /** People of the plan who held the account before or are in touch with its people. */
    void setKnown(Set<Candidate> people) {
        this.known = people;
    }

    /** What is known of the account with some managers. */
    void setPairings(Map<Candidate, Pairing> byManager) {
        this.pairings = byManager;
    }

    int id() {
        return id;
    }

    AccountDemand account() {
        return account;
    }

    /** Thousandths of a point, of whoever nothing else is known of. */
    long points() {
        return points;
    }

    /** Thousandths of a point that it takes of a person. */
    long pointsWith(Candidate person) {
        Pairing pairing = pairings.isEmpty() ? null : pairings.get(person);
        return pairing == null || pairing.load() == null
                ? points
                : pairing.load().thousandths();
    }

    /** Thousandths of a point that it takes of who has it, where the seat is known not to be empty. */
    long pointsHeld() {
        return pointsWith(holder());
    }

    /** Thousandths of a point that it takes at least, whoever of the eligible has it. */
    long leastPoints() {
        return pairings.isEmpty()
                ? points
                : eligible.stream().mapToLong(this::pointsWith).min().orElse(points);
    }

    Limits limits() {
        return rates.limits();
    }

    /** Whole units of the reporting currency a year; where it is not known, what its points bring on average. */
    long revenue() {
        return revenue;
    }

    /** As {@link #revenue}, and no less than what its points, at least one, bring on average. */
    long atStake() {
        return atStake;
    }

    /** Null when its time zone is not known. */
    @Nullable
    Integer minutesAheadOfUtc() {
        return minutesAheadOfUtc;
    }

    Set<Candidate> known() {
        return known;
    }

    @Nullable
    Pairing pairing(Candidate manager) {
        return pairings.isEmpty() ? null : pairings.get(manager);
    }

    /** What is booked against a manager's revenue limit: nothing where it is unknown. */
    long bookedRevenue() {
        return account.annualRevenue() == null ? 0 : revenue;
    }

    List<Candidate> eligible() {
        return eligible;
    }

    @Nullable
    Candidate present() {
        return present;
    }

    @Nullable
    Candidate manager() {
        return manager;
    }

    /** Who has it, where the seat is known not to be empty. */
    Candidate holder() {
        return Objects.requireNonNull(manager, "an empty seat");
    }

    void setManager(@Nullable Candidate manager) {
        this.manager = manager;
    }

    /** The one person who may hold it because of a pin, a renewal or a negotiation; null where several may. */
    @Nullable
    Candidate only() {
        return only;
    }

    void keepFor(Candidate person) {
        this.only = person;
        this.settled = false;
        this.eligible = List.of(person);
    }

    boolean pinned() {
        return settled && only != null;
    }

    void pin(Candidate person) {
        keepFor(person);
        this.manager = person;
        this.settled = true;
    }

    boolean tier1() {
        return account.tier() == dev.keyline.terms.Tier.TIER_1;
    }

    /** How much worse it is to leave this account without a manager than one point of a Tier 3 account. */
    long weight() {
        int factor = switch (account.tier()) {
            case TIER_1 -> 4;
            case TIER_2 -> 2;
            case TIER_3, NOT_A_KEY_ACCOUNT -> 1;
        };
        return Math.max(1, points) * factor;
    }

    boolean moves() {
        return present != null && manager != null && manager != present;
    }

    /** What it costs in the unit of the score, hundredths of the reporting currency, that this person holds the account. */
    long priceFor(Candidate person) {
        long sum = 0;
        for (PairPrice price : PairPrice.values()) {
            sum += priceFor(price, person);
        }
        return sum;
    }

    /** One constraint's share of that, by the plan's weight. */
    long priceFor(PairPrice price, Candidate person) {
        long money = price.of(this, person);
        return money == 0 ? 0 : money * rates.weight(price.constraint());
    }

    @Override
    public String toString() {
        return "manager of " + account.id();
    }
}
