package dev.keyline.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Answers to the quarterly surveys: NPS (−100…100) and CSAT (1…5), on their way to what the story ends in. */
final class Moods {
    private static final int QUARTERS = 8;

    private final Table readings = new Table("satisfaction", "account_id", "kind", "read_at", "score");

    void add(Deal deal) {
        Company company = deal.company();
        if (!company.story().isSurveyed()) {
            return;
        }
        Dice dice = company.dice("moods");
        int last = company.story().nps.pick(dice);
        int first = company.story() == Story.THRIVING ? dice.between(0, 30) : dice.between(15, 55);
        boolean ratesOnly = dice.chance(0.05);
        int offset = company.story().term.isFirst() ? 8 : dice.between(10, 60);
        for (int quarter = QUARTERS - 1; quarter >= 0; quarter--) {
            LocalDate day = Anchor.daysAgo(offset + quarter * 91);
            if (day.isBefore(deal.since())) {
                continue;
            }
            double way = StrictMath.pow(1 - quarter / (double) QUARTERS, 2);
            double score = quarter == 0 ? last : first + (last - first) * way + dice.noise(5);
            long nps = Math.round(Math.max(-100, Math.min(100, score)));
            if (!ratesOnly) {
                readings.add(company.id(), "nps", Anchor.instant(day, 12, 0), nps);
            }
            readings.add(company.id(), "csat", Anchor.instant(day.plusDays(3), 12, 0), csat(nps, dice));
        }
    }

    private static BigDecimal csat(long nps, Dice dice) {
        double score = 3.4 + nps / 60.0 + dice.noise(0.2);
        return BigDecimal.valueOf(Math.max(1, Math.min(5, score))).setScale(1, RoundingMode.HALF_UP);
    }

    Table table() {
        return readings;
    }
}
