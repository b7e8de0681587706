package dev.keyline.coverage;

import dev.keyline.coverage.CoverageWeights.Soft;

/** What it costs that one executive sponsors one account: a soft constraint each, priced as {@link PairPrice} is. */
enum SponsorPrice {
    /** Nothing where there was no sponsor or the sponsor has gone. */
    SPONSOR_CONTINUITY(Soft.SPONSOR_CONTINUITY) {
        @Override
        long of(SponsorSeat seat, Candidate executive) {
            return seat.present() == null || executive == seat.present() ? 0 : seat.revenue() / 20;
        }
    },
    SPONSOR_AFFINITY(Soft.SPONSOR_AFFINITY) {
        @Override
        long of(SponsorSeat seat, Candidate executive) {
            if (executive == seat.present() || seat.known().contains(executive)) {
                return 0;
            }
            AccountDemand account = seat.account();
            int missing = (executive.knowsIndustry(account.industry()) ? 0 : 1)
                    + (executive.speaks(account.language()) ? 0 : 1);
            return missing * seat.revenue() / 200;
        }
    };

    private final String constraint;

    SponsorPrice(String constraint) {
        this.constraint = constraint;
    }

    String constraint() {
        return constraint;
    }

    abstract long of(SponsorSeat seat, Candidate executive);
}
