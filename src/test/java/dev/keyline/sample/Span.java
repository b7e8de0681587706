package dev.keyline.sample;

/** A stretch of whole numbers to throw for, both ends included. */
record Span(int low, int high) {
    static Span span(int low, int high) {
        return new Span(low, high);
    }

    int pick(Dice dice) {
        return dice.between(low, high);
    }
}
