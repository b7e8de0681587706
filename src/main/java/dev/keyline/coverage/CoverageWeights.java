package dev.keyline.coverage;

import java.util.Map;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfiguration;
import org.optaplanner.core.api.domain.constraintweight.ConstraintWeight;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** How much each soft constraint counts in one plan, in percent of its price; one that the plan does not name, nothing. */
@ConstraintConfiguration
@SuppressWarnings("UnusedVariable") // the solver reads the fields
class CoverageWeights {
    /** The soft constraints' names. */
    static final class Soft {
        static final String BUSIEST = "busiest";
        static final String BALANCE_OF_LOAD = "balance-of-load";
        static final String BALANCE_OF_REVENUE = "balance-of-revenue";
        static final String TIER_1_SPREAD = "tier-1-spread";
        static final String CONTINUITY = "continuity";
        static final String INDUSTRY_MATCH = "industry-match";
        static final String TRAVEL = "travel";
        static final String TIME_ZONE = "time-zone";
        static final String RELATIONSHIP_HISTORY = "relationship-history";
        static final String GROWTH_MATCH = "growth-match";
        static final String PAIR_FIT = "pair-fit";
        static final String PAIR_COST = "pair-cost";
        static final String SPONSOR_CONTINUITY = "sponsor-continuity";
        static final String SPONSOR_AFFINITY = "sponsor-affinity";
        static final String SPONSOR_SPREAD = "sponsor-spread";

        private Soft() {}
    }

    @ConstraintWeight(Soft.BUSIEST)
    private HardMediumSoftLongScore busiest;

    @ConstraintWeight(Soft.BALANCE_OF_LOAD)
    private HardMediumSoftLongScore balanceOfLoad;

    @ConstraintWeight(Soft.BALANCE_OF_REVENUE)
    private HardMediumSoftLongScore balanceOfRevenue;

    @ConstraintWeight(Soft.TIER_1_SPREAD)
    private HardMediumSoftLongScore tier1Spread;

    @ConstraintWeight(Soft.CONTINUITY)
    private HardMediumSoftLongScore continuity;

    @ConstraintWeight(Soft.INDUSTRY_MATCH)
    private HardMediumSoftLongScore industryMatch;

    @ConstraintWeight(Soft.TRAVEL)
    private HardMediumSoftLongScore travel;

    @ConstraintWeight(Soft.TIME_ZONE)
    private HardMediumSoftLongScore timeZone;

    @ConstraintWeight(Soft.RELATIONSHIP_HISTORY)
    private HardMediumSoftLongScore relationshipHistory;

    @ConstraintWeight(Soft.GROWTH_MATCH)
    private HardMediumSoftLongScore growthMatch;

    @ConstraintWeight(Soft.PAIR_FIT)
    private HardMediumSoftLongScore pairFit;

    @ConstraintWeight(Soft.PAIR_COST)
    private HardMediumSoftLongScore pairCost;

    @ConstraintWeight(Soft.SPONSOR_CONTINUITY)
    private HardMediumSoftLongScore sponsorContinuity;

    @ConstraintWeight(Soft.SPONSOR_AFFINITY)
    private HardMediumSoftLongScore sponsorAffinity;

    @ConstraintWeight(Soft.SPONSOR_SPREAD)
    private HardMediumSoftLongScore sponsorSpread;

    CoverageWeights() {
        this(Map.of());
    }

    /** @param percent by soft constraint */
    CoverageWeights(Map<String, Integer> percent) {
        this.busiest = percent(percent, Soft.BUSIEST);
        this.balanceOfLoad = percent(percent, Soft.BALANCE_OF_LOAD);
        this.balanceOfRevenue = percent(percent, Soft.BALANCE_OF_REVENUE);
        this.tier1Spread = percent(percent, Soft.TIER_1_SPREAD);
        this.continuity = percent(percent, Soft.CONTINUITY);
        this.industryMatch = percent(percent, Soft.INDUSTRY_MATCH);
        this.travel = percent(percent, Soft.TRAVEL);
        this.timeZone = percent(percent, Soft.TIME_ZONE);
        this.relationshipHistory = percent(percent, Soft.RELATIONSHIP_HISTORY);
        this.growthMatch = percent(percent, Soft.GROWTH_MATCH);
        this.pairFit = percent(percent, Soft.PAIR_FIT);
        this.pairCost = percent(percent, Soft.PAIR_COST);
        this.sponsorContinuity = percent(percent, Soft.SPONSOR_CONTINUITY);
        this.sponsorAffinity = percent(percent, Soft.SPONSOR_AFFINITY);
        this.sponsorSpread = percent(percent, Soft.SPONSOR_SPREAD);
    }

    private static HardMediumSoftLongScore percent(Map<String, Integer> all, String name) {
        return HardMediumSoftLongScore.ofSoft(all.getOrDefault(name, 0));
    }
}
