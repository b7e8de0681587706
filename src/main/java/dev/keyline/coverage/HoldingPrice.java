package dev.keyline.coverage;

import dev.keyline.coverage.CoverageWeights.Soft;

/**
 * What it costs that one account manager holds so much in all: a soft constraint each, and each convex, so that the next
 * account never costs less than the one before. In whole units of the reporting currency, before the plan's weight.
 */
enum HoldingPrice {
    BUSIEST(Soft.BUSIEST) {
        @Override
        long of(Candidate manager, Holding held) {
            return manager.priceAboveFairShare(held.points());
        }
    },
    /** The sum of squares over capacity is least when all are equally utilised; an idle manager adds nothing to it. */
    BALANCE_OF_LOAD(Soft.BALANCE_OF_LOAD) {
        @Override
        long of(Candidate manager, Holding held) {
            return manager.priceOfLoad(held.points());
        }
    },
    BALANCE_OF_REVENUE(Soft.BALANCE_OF_REVENUE) {
        @Override
        long of(Candidate manager, Holding held) {
            return manager.priceOfRevenue(held.revenue());
        }
    },
    TIER_1_SPREAD(Soft.TIER_1_SPREAD) {
        @Override
        long of(Candidate manager, Holding held) {
            return manager.priceOfTier1(held.tier1());
        }
    };

    private final String constraint;

    HoldingPrice(String constraint) {
        this.constraint = constraint;
    }

    String constraint() {
        return constraint;
    }

    abstract long of(Candidate manager, Holding held);
}
