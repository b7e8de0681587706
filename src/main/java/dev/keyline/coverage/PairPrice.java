package dev.keyline.coverage;

import dev.keyline.coverage.CoverageWeights.Soft;

/**
 * What it costs that one person holds one account, whatever else they hold: a soft constraint each. The amounts are those
 * of {@code planning/coverage-defaults.yaml}, in whole units of the reporting currency a year, before the plan's weight.
 */
enum PairPrice {
    /**
     * What the customer is expected to buy less because its manager changes. Handing over takes work, too, so that an
     * account with little revenue is taken for what its points, at least one, bring on average.
     */
    CONTINUITY(Soft.CONTINUITY) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            if (seat.present() == null || manager == seat.present()) {
                return 0;
            }
            Limits limits = seat.limits();
            long price = seat.atStake() * limits.moveCostPercent() / 100;
            if (manager.ramping()) {
                price = price * limits.newHirePercent() / 100;
            }
            String industry = seat.account().industry();
            return industry != null && manager.knowsIndustry(industry)
                    ? price * limits.industryMatchPercent() / 100
                    : price;
        }
    },
    INDUSTRY_MATCH(Soft.INDUSTRY_MATCH) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            return manager.knowsIndustry(seat.account().industry()) ? 0 : seat.revenue() / 100;
        }
    },
    TRAVEL(Soft.TRAVEL) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            Place here = manager.person().place();
            Place there = seat.account().place();
            return here.abroad(there) ? seat.revenue() / 50 : here.elsewhere(there) ? seat.revenue() / 100 : 0;
        }
    },
    TIME_ZONE(Soft.TIME_ZONE) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            Integer here = manager.minutesAheadOfUtc();
            Integer there = seat.minutesAheadOfUtc();
            if (here == null || there == null) {
                return 0;
            }
            return seat.revenue() * Math.max(0, Math.abs(here - there) - 120) / 60 / 200;
        }
    },
    RELATIONSHIP_HISTORY(Soft.RELATIONSHIP_HISTORY) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            return seat.known().isEmpty()
                            || manager == seat.present()
                            || seat.known().contains(manager)
                    ? 0
                    : seat.revenue() / 50;
        }
    },
    GROWTH_MATCH(Soft.GROWTH_MATCH) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            return seat.account().growth()
                            && Boolean.FALSE.equals(manager.person().growth())
                    ? seat.revenue() / 50
                    : 0;
        }
    },
    PAIR_FIT(Soft.PAIR_FIT) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            Pairing pairing = seat.pairing(manager);
            return pairing == null || pairing.fit() == null ? 0 : seat.revenue() * (100 - pairing.fit()) / 1000;
        }
    },
    PAIR_COST(Soft.PAIR_COST) {
        @Override
        long of(ManagerSeat seat, Candidate manager) {
            Pairing pairing = seat.pairing(manager);
            return pairing == null || pairing.cost() == null
                    ? 0
                    : pairing.cost().longValue();
        }
    };

    private final String constraint;

    PairPrice(String constraint) {
        this.constraint = constraint;
    }

    /** The name of the constraint. */
    String constraint() {
        return constraint;
    }

    abstract long of(ManagerSeat seat, Candidate manager);
}
