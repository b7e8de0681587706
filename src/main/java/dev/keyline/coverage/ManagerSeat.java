package dev.keyline.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
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
    private Limits limits;
    private @Nullable Candidate present;
    private @Nullable Candidate only;

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
        this.limits = rates.limits();
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

    int id() {
        return id;
    }

    AccountDemand account() {
        return account;
    }

    /** Thousandths of a point. */
    long points() {
        return points;
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

    /**
     * In the reporting currency: what the customer is expected to buy less because its manager changes. Handing over takes
     * work, too, so that an account with little revenue is taken for what its points, at least one, bring on average.
     */
    long priceOfMove() {
        return priceOfMoveTo(manager);
    }

    private long priceOfMoveTo(@Nullable Candidate to) {
        if (present == null || to == null || to == present) {
            return 0;
        }
        long price = atStake * limits.moveCostPercent() / 100;
        if (to.ramping()) {
            price = price * limits.newHirePercent() / 100;
        }
        return account.industry() != null && to.knowsIndustry(account.industry())
                ? price * limits.industryMatchPercent() / 100
                : price;
    }

    /** In the reporting currency: a hundredth of the revenue where the manager does not know the industry. */
    long priceOfUnknownIndustry() {
        return priceOfUnknownIndustry(manager);
    }

    private long priceOfUnknownIndustry(@Nullable Candidate to) {
        return to == null || to.knowsIndustry(account.industry()) ? 0 : revenue / 100;
    }

    /** In the reporting currency: what it costs, beside the load, that this person holds the account. */
    long priceWith(Candidate person) {
        return priceOfMoveTo(person) + priceOfUnknownIndustry(person);
    }

    /** In the reporting currency: a twentieth of the revenue, the price of another executive as sponsor. */
    long priceOfAnotherSponsor() {
        return revenue / 20;
    }

    @Override
    public String toString() {
        return "manager of " + account.id();
    }
}
