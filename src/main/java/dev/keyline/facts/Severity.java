package dev.keyline.facts;

import java.util.Comparator;
import java.util.List;

/** The four severities, gravest first. Facts carry their words; here they are put in order. */
final class Severity {
    private static final List<String> GRAVEST_FIRST = List.of("critical", "high", "medium", "low");

    static final Comparator<String> ORDER = Comparator.comparingInt(Severity::rank);

    private Severity() {}

    /** What is no severity, such as {@code none}, comes after all of them. */
    private static int rank(String severity) {
        int at = GRAVEST_FIRST.indexOf(severity);
        return at < 0 ? GRAVEST_FIRST.size() : at;
    }
}
