package dev.keyline.sample;

import org.jspecify.annotations.Nullable;

/** One invented company: who it is, what weight it has and which story it lives. */
record Company(
        String id,
        String name,
        @Nullable String group,
        Market market,
        String city,
        Industry industry,
        Standing standing,
        Story story) {

    Dice dice(String topic) {
        return Dice.of(topic, id);
    }

    /** Speaks a language that nobody in the team does. */
    boolean isUncoverable() {
        return Market.UNCOVERABLE.contains(market);
    }
}
