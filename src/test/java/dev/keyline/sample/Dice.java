package dev.keyline.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance that repeats: the same throws for the same subject, whatever else is thrown before it.
 * A subject of its own per account and topic keeps a change to one series from moving all others.
 */
final class Dice {
    /** The sample's seed; another number makes another portfolio of the same shape. */
    static final long SEED = 20260105L;

    private final Random random;

    private Dice(long seed) {
        random = new Random(seed);
    }

    static Dice of(String topic, String subject) {
        return new Dice(seed(topic, subject));
    }

    static Random random(String topic, String subject) {
        return new Random(seed(topic, subject));
    }

    // FNV-1a, then a finalizer: neighbouring ids must not give neighbouring throws.
    private static long seed(String topic, String subject) {
        long hash = 0xcbf29ce484222325L ^ SEED;
        String key = topic + '/' + subject;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    /** A whole number between both ends, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double within(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Normally distributed around 0; {@code Random} computes it with strict arithmetic, alike everywhere. */
    double noise(double deviation) {
        return random.nextGaussian() * deviation;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> List<T> shuffled(List<T> from) {
        List<T> copy = new ArrayList<>(from);
        Collections.shuffle(copy, random);
        return copy;
    }
}
