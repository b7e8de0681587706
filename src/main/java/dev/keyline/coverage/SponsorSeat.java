package dev.keyline.coverage;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.entity.PlanningPin;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The place for an executive sponsor of an account that must have one. */
@PlanningEntity
class SponsorSeat {
    @PlanningId
    private int id;

    private AccountDemand account;
    private Rates rates;
    private long points;
    private long revenue;
    private Set<Candidate> known = Set.of();
    private @Nullable Candidate present;
    private @Nullable Candidate only;

    @ValueRangeProvider(id = "executives")
    private List<Candidate> eligible = List.of();

    @PlanningPin // or there is nobody to choose from, which the solver would go on trying
    private boolean settled;

    @PlanningVariable(valueRangeProviderRefs = "executives", nullable = true)
    private @Nullable Candidate sponsor;

    @SuppressWarnings("NullAway.Init") // for the solver, which fills the fields when it clones
    SponsorSeat() {}

    /** @param beside the same account's manager seat */
    SponsorSeat(ManagerSeat beside, Rates rates, @Nullable Candidate present, List<Candidate> eligible) {
        this.id = beside.id();
        this.account = beside.account();
        this.rates = rates;
        this.points = beside.points();
        this.revenue = beside.revenue();
        this.known = beside.known();
        this.present = present;
        this.eligible = eligible;
        this.settled = eligible.isEmpty();
    }

    /** The same as that of the account's manager seat. */
    int id() {
        return id;
    }

    AccountDemand account() {
        return account;
    }

    List<Candidate> eligible() {
        return eligible;
    }

    @Nullable
    Candidate present() {
        return present;
    }

    @Nullable
    Candidate sponsor() {
        return sponsor;
    }

    /** Who has it, where the seat is known not to be empty. */
    Candidate holder() {
        return Objects.requireNonNull(sponsor, "an empty seat");
    }

    void setSponsor(@Nullable Candidate sponsor) {
        this.sponsor = sponsor;
    }

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
        this.sponsor = person;
        this.settled = true;
    }

    /** How much worse it is to leave this seat empty than a manager seat of one point of Tier 3. */
    long weight() {
        return Math.max(1, points);
    }

    boolean levelSuffices(Candidate executive) {
        Integer counterpart = account.counterpartLevel();
        return counterpart == null
                || executive.person().level() >= counterpart - rates.limits().sponsorLevelsBelow();
    }

    boolean competesWith(SponsorSeat other) {
        return account.competesWith(other.account);
    }

    /** As of the account's manager seat. */
    long revenue() {
        return revenue;
    }

    Set<Candidate> known() {
        return known;
    }

    /** What it costs in the unit of the score, hundredths of the reporting currency, that this executive sponsors the account. */
    long priceFor(Candidate executive) {
        long sum = 0;
        for (SponsorPrice price : SponsorPrice.values()) {
            sum += priceFor(price, executive);
        }
        return sum;
    }

    /** One constraint's share of that, by the plan's weight. */
    long priceFor(SponsorPrice price, Candidate executive) {
        long money = price.of(this, executive);
        return money == 0 ? 0 : money * rates.weight(price.constraint());
    }

    @Override
    public String toString() {
        return "sponsor of " + account.id();
    }
}
