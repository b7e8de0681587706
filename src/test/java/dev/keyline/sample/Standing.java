package dev.keyline.sample;

import static dev.keyline.sample.Span.span;

/** The weight a company is meant to have in the book. The tier itself is never written down: the policies find it. */
@SuppressWarnings("ImmutableEnumChecker") // the records it holds are of numbers alone
enum Standing {
    STRATEGIC("Tier 1", new Worth(720_000, 2_600_000), span(6_000, 90_000), span(3, 6), span(7, 9), span(5, 13), 0.90),
    MAJOR("Tier 2", new Worth(90_000, 420_000), span(1_200, 14_000), span(2, 5), span(4, 6), span(3, 9), 0.44),
    PROMISING("Tier 3", new Worth(30_000, 110_000), span(160, 2_000), span(1, 5), span(2, 4), span(2, 6), 0.25),
    SMALL("not a key account", new Worth(4_000, 40_000), span(4, 130), span(1, 4), span(2, 3), span(1, 4), 0.06);

    /** What a good policy would call it. */
    final String tier;

    final Worth worth;
    final Span employees;
    /** Products bought, but for those who took the whole suite. */
    final Span products;

    final Span contacts;
    /** Years since the first contract, but for new customers. */
    final Span years;

    /** How likely each soft quality is a good one: fit, references, market position, opportunities. */
    final double quality;

    Standing(String tier, Worth worth, Span employees, Span products, Span contacts, Span years, double quality) {
        this.tier = tier;
        this.worth = worth;
        this.employees = employees;
        this.products = products;
        this.contacts = contacts;
        this.years = years;
        this.quality = quality;
    }

    int accounts() {
        int sum = 0;
        for (Story story : Story.values()) {
            sum += story.accounts(this);
        }
        return sum;
    }

    /** What a year of contracts is worth, in US dollars: few large accounts, many small ones. */
    record Worth(int least, int most) {
        double pick(Dice dice) {
            double place = dice.within(0, 1);
            return least * StrictMath.pow(most / (double) least, place * place);
        }
    }
}
