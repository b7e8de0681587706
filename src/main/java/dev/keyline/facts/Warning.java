package dev.keyline.facts;

import java.util.Comparator;

/**
 * A risk that holds now. Red ones come first, then by sign.
 *
 * @param sign what was found, such as {@code champion-silent}
 * @param level {@code yellow} or {@code red}
 * @param evidence what it was found in, with the numbers, as a sentence
 */
public record Warning(String sign, String level, String evidence) implements Comparable<Warning> {
    private static final Comparator<Warning> ORDER = Comparator.comparing((Warning warning) -> !warning.isRed())
            .thenComparing(Warning::sign)
            .thenComparing(Warning::evidence);

    private boolean isRed() {
        return level.equals("red");
    }

    @Override
    public int compareTo(Warning other) {
        return ORDER.compare(this, other);
    }

    /** The evidence of some warnings in one text, the gravest first; without their type because rules collect them so. */
    public static String evidence(Iterable<?> warnings) {
        return Sentences.of(warnings, Warning.class, Warning::evidence);
    }
}
