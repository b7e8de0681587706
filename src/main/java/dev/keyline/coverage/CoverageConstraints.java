package dev.keyline.coverage;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.compose;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.filtering;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/**
 * What a coverage plan must keep (hard), what it leaves open (medium) and what it trades in money (soft). Who may hold an
 * account is also the range of values the solver tries; the constraints on it stay the truth that the range is held to.
 */
public class CoverageConstraints implements ConstraintProvider {
    // one object each, so that constraints over the same sums share them
    private static final Function<ManagerSeat, Candidate> MANAGER = ManagerSeat::holder;
    private static final Function<SponsorSeat, Candidate> SPONSOR = SponsorSeat::holder;
    private static final UniConstraintCollector<ManagerSeat, ?, Holding> HOLDING = compose(
            sumLong(ManagerSeat::pointsHeld),
            sumLong(ManagerSeat::bookedRevenue),
            sum(seat -> seat.tier1() ? 1 : 0),
            Holding::new);
    private static final UniConstraintCollector<SponsorSeat, ?, Integer> ACCOUNTS = count();

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return Stream.of(
                        hard(factory).stream(),
                        medium(factory).stream(),
                        Stream.of(HoldingPrice.values()).map(price -> priced(factory, price)),
                        Stream.of(PairPrice.values()).map(price -> priced(factory, price)),
                        Stream.of(SponsorPrice.values()).map(price -> priced(factory, price)),
                        Stream.of(sponsorSpread(factory)))
                .flatMap(constraints -> constraints)
                .toArray(Constraint[]::new);
    }

    private List<Constraint> hard(ConstraintFactory factory) {
        return List.of(
                pointsCapacity(factory),
                tier1Limit(factory),
                revenueLimit(factory),
                managerInService(factory),
                managerCoversRegion(factory),
                managerSpeaksLanguage(factory),
                managerHoldsClearance(factory),
                managerSkilled(factory),
                managerKept(factory),
                sponsorInService(factory),
                sponsorLevel(factory),
                sponsorLimit(factory),
                sponsorNotLineManager(factory),
                sponsorOfCompetitors(factory),
                sponsorKept(factory));
    }

    private List<Constraint> medium(ConstraintFactory factory) {
        return List.of(uncovered(factory), sponsorMissing(factory));
    }

    private static BiConstraintStream<Candidate, Holding> held(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class).groupBy(MANAGER, HOLDING);
    }

    private static BiConstraintStream<Candidate, Integer> sponsored(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class).groupBy(SPONSOR, ACCOUNTS);
    }

    Constraint pointsCapacity(ConstraintFactory factory) {
        return held(factory)
                .filter((manager, held) -> held.points() > manager.capacity())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (manager, held) -> held.points() - manager.capacity())
                .asConstraint("points-capacity");
    }

    Constraint tier1Limit(ConstraintFactory factory) {
        return held(factory)
                .filter((manager, held) -> held.tier1() > manager.tier1Limit())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (manager, held) -> held.tier1() - manager.tier1Limit())
                .asConstraint("tier-1-limit");
    }

    Constraint revenueLimit(ConstraintFactory factory) {
        return held(factory)
                .filter((manager, held) -> held.revenue() > manager.revenueLimit())
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_HARD, (manager, held) -> held.revenue() - manager.revenueLimit())
                .asConstraint("revenue-limit");
    }

    Constraint managerInService(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> !seat.holder().inService())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("manager-in-service");
    }

    Constraint managerCoversRegion(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> !seat.holder().coversRegion(seat.account().region()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("region");
    }

    Constraint managerSpeaksLanguage(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> !seat.holder().speaks(seat.account().language()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("language");
    }

    Constraint managerHoldsClearance(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> !seat.holder().holdsClearance(seat.account().clearance()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("clearance");
    }

    Constraint managerSkilled(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> !seat.holder().skilledIn(seat.account().skills()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("skill");
    }

    /** Pins, renewals near and live negotiations keep an account where it is, or leave it open. */
    Constraint managerKept(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> seat.only() != null && seat.manager() != seat.only())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("manager-kept");
    }

    Constraint sponsorInService(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class)
                .filter(seat -> !seat.holder().inService())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("sponsor-in-service");
    }

    Constraint sponsorLevel(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class)
                .filter(seat -> !seat.levelSuffices(seat.holder()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("sponsor-level");
    }

    Constraint sponsorLimit(ConstraintFactory factory) {
        return sponsored(factory)
                .filter((sponsor, accounts) -> accounts > sponsor.sponsorLimit())
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_HARD, (sponsor, accounts) -> accounts - sponsor.sponsorLimit())
                .asConstraint("sponsor-limit");
    }

    Constraint sponsorNotLineManager(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class)
                .join(ManagerSeat.class, equal(SponsorSeat::id, ManagerSeat::id))
                .filter((sponsored, held) -> held.holder().reportsTo(sponsored.holder()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (sponsored, held) -> 1)
                .asConstraint("sponsor-not-line-manager");
    }

    Constraint sponsorOfCompetitors(ConstraintFactory factory) {
        return factory.forEachUniquePair(SponsorSeat.class, equal(SPONSOR), filtering(SponsorSeat::competesWith))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (one, other) -> 1)
                .asConstraint("sponsor-of-competitors");
    }

    Constraint sponsorKept(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class)
                .filter(seat -> seat.only() != null && seat.sponsor() != seat.only())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("sponsor-kept");
    }

    Constraint uncovered(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(ManagerSeat.class)
                .filter(seat -> seat.manager() == null)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, ManagerSeat::weight)
                .asConstraint("uncovered");
    }

    Constraint sponsorMissing(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(SponsorSeat.class)
                .filter(seat -> seat.sponsor() == null)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, SponsorSeat::weight)
                .asConstraint("sponsor-missing");
    }

    private static Constraint priced(ConstraintFactory factory, HoldingPrice price) {
        return held(factory)
                .filter((manager, held) -> price.of(manager, held) > 0)
                .penalizeConfigurableLong(price::of)
                .asConstraint(price.constraint());
    }

    private static Constraint priced(ConstraintFactory factory, PairPrice price) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> price.of(seat, seat.holder()) > 0)
                .penalizeConfigurableLong(seat -> price.of(seat, seat.holder()))
                .asConstraint(price.constraint());
    }

    private static Constraint priced(ConstraintFactory factory, SponsorPrice price) {
        return factory.forEach(SponsorSeat.class)
                .filter(seat -> price.of(seat, seat.holder()) > 0)
                .penalizeConfigurableLong(seat -> price.of(seat, seat.holder()))
                .asConstraint(price.constraint());
    }

    Constraint sponsorSpread(ConstraintFactory factory) {
        return sponsored(factory)
                .filter((sponsor, accounts) -> sponsor.priceAboveTarget(accounts) > 0)
                .penalizeConfigurableLong(Candidate::priceAboveTarget)
                .asConstraint(CoverageWeights.Soft.SPONSOR_SPREAD);
    }
}
