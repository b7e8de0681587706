package dev.keyline.coverage;

import java.util.Map;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfiguration;
import org.optaplanner.core.api.domain.constraintweight.ConstraintWeight;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** How much each soft constraint counts in one plan, in percent of its price. */
@ConstraintConfiguration
@SuppressWarnings("UnusedVariable") // the solver reads the fields
class CoverageWeights {
    static final String BUSIEST = "busiest";
    static final String BALANCE_OF_LOAD = "balance-of-load";
    static final String CONTINUITY = "continuity";
    static final String INDUSTRY_MATCH = "industry-match";
    static final String SPONSOR_CONTINUITY = "sponsor-continuity";
    static final String SPONSOR_SPREAD = "sponsor-spread";

    @ConstraintWeight(BUSIEST)
    private HardMediumSoftLongScore busiest = percent(100);

    @ConstraintWeight(BALANCE_OF_LOAD)
    private HardMediumSoftLongScore balanceOfLoad = percent(100);

    @ConstraintWeight(CONTINUITY)
    private HardMediumSoftLongScore continuity = percent(100);

    @ConstraintWeight(INDUSTRY_MATCH)
    private HardMediumSoftLongScore industryMatch = percent(100);

    @ConstraintWeight(SPONSOR_CONTINUITY)
    private HardMediumSoftLongScore sponsorContinuity = percent(100);

    @ConstraintWeight(SPONSOR_SPREAD)
    private HardMediumSoftLongScore sponsorSpread = percent(100);

    CoverageWeights() {}

    /** @param percent of every soft constraint */
    CoverageWeights(Map<String, Integer> percent) {
        this.busiest = percent(percent, BUSIEST);
        this.balanceOfLoad = percent(percent, BALANCE_OF_LOAD);
        this.continuity = percent(percent, CONTINUITY);
        this.industryMatch = percent(percent, INDUSTRY_MATCH);
        this.sponsorContinuity = percent(percent, SPONSOR_CONTINUITY);
        this.sponsorSpread = percent(percent, SPONSOR_SPREAD);
    }

    private static HardMediumSoftLongScore percent(Map<String, Integer> all, String name) {
        Integer percent = all.get(name);
        if (percent == null) {
            throw new IllegalArgumentException("no weight for " + name);
        }
        return percent(percent);
    }

    private static HardMediumSoftLongScore percent(long percent) {
        return HardMediumSoftLongScore.ofSoft(percent);
    }
}
