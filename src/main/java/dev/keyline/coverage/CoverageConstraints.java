package dev.keyline.coverage;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.filtering;

import java.util.function.Function;
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
    private static final UniConstraintCollector<ManagerSeat, ?, Long> POINTS = sumLong(ManagerSeat::points);
    private static final UniConstraintCollector<SponsorSeat, ?, Integer> ACCOUNTS = count();

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            // hard
            pointsCapacity(factory),
            tier1Limit(factory),
            revenueLimit(factory),
            managerInService(factory),
            managerCoversRegion(factory),
            managerSpeaksLanguage(factory),
            managerKept(factory),
            sponsorInService(factory),
            sponsorLevel(factory),
            sponsorLimit(factory),
            sponsorNotLineManager(factory),
            sponsorOfCompetitors(factory),
            sponsorKept(factory),
            // medium
            uncovered(factory),
            sponsorMissing(factory),
            // soft
            busiest(factory),
            balanceOfLoad(factory),
            continuity(factory),
            industryMatch(factory),
            sponsorContinuity(factory),
            sponsorSpread(factory),
        };
    }

    private static BiConstraintStream<Candidate, Long> load(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class).groupBy(MANAGER, POINTS);
    }

    private static BiConstraintStream<Candidate, Integer> sponsored(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class).groupBy(SPONSOR, ACCOUNTS);
    }

    Constraint pointsCapacity(ConstraintFactory factory) {
        return load(factory)
                .filter((manager, load) -> load > manager.capacity())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (manager, load) -> load - manager.capacity())
                .asConstraint("points-capacity");
    }

    Constraint tier1Limit(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(ManagerSeat::tier1)
                .groupBy(MANAGER, count())
                .filter((manager, accounts) -> accounts > manager.tier1Limit())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (manager, accounts) -> accounts - manager.tier1Limit())
                .asConstraint("tier-1-limit");
    }

    Constraint revenueLimit(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> seat.bookedRevenue() > 0)
                .groupBy(MANAGER, sumLong(ManagerSeat::bookedRevenue))
                .filter((manager, revenue) -> revenue > manager.revenueLimit())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (manager, revenue) -> revenue - manager.revenueLimit())
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

    Constraint busiest(ConstraintFactory factory) {
        return load(factory)
                .filter((manager, load) -> load > manager.fairShare())
                .penalizeConfigurableLong(Candidate::priceAboveFairShare)
                .asConstraint(CoverageWeights.BUSIEST);
    }

    /** The sum of squares over capacity is least when all are equally utilised; an idle manager adds nothing to it. */
    Constraint balanceOfLoad(ConstraintFactory factory) {
        return load(factory)
                .penalizeConfigurableLong(Candidate::priceOfLoad)
                .asConstraint(CoverageWeights.BALANCE_OF_LOAD);
    }

    Constraint continuity(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(ManagerSeat::moves)
                .penalizeConfigurableLong(ManagerSeat::priceOfMove)
                .asConstraint(CoverageWeights.CONTINUITY);
    }

    Constraint industryMatch(ConstraintFactory factory) {
        return factory.forEach(ManagerSeat.class)
                .filter(seat -> seat.priceOfUnknownIndustry() > 0)
                .penalizeConfigurableLong(ManagerSeat::priceOfUnknownIndustry)
                .asConstraint(CoverageWeights.INDUSTRY_MATCH);
    }

    Constraint sponsorContinuity(ConstraintFactory factory) {
        return factory.forEach(SponsorSeat.class)
                .filter(seat -> seat.priceOfChange() > 0)
                .penalizeConfigurableLong(SponsorSeat::priceOfChange)
                .asConstraint(CoverageWeights.SPONSOR_CONTINUITY);
    }

    Constraint sponsorSpread(ConstraintFactory factory) {
        return sponsored(factory)
                .filter((sponsor, accounts) -> sponsor.priceAboveTarget(accounts) > 0)
                .penalizeConfigurableLong(Candidate::priceAboveTarget)
                .asConstraint(CoverageWeights.SPONSOR_SPREAD);
    }
}
