package dev.keyline.sample;

/** A stretch of whole numbers to throw for, both ends included. */
record Span(int low, int high) {
    static Span span(int low, int high) {
        return new Span(low, high);
    }

    /** A throw that favours the low end as sizes do: as many between 10 and 100 as between 100 and 1000. */
    int pickSize(Dice dice) {
        return (int) Math.round(low * StrictMath.pow(high / (double) low, dice.within(0, 1)));
    }

    int pick(Dice dice) {
        return dice.between(low, high);
    }
}
