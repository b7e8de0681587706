package dev.keyline.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that has to reach the right people: a step on the way to an {@link Escalation}, in which all findings on one
 * path are one. The gravest comes first, then by cause.
 *
 * @param path {@code technical}, {@code commercial} or {@code relationship}
 * @param cause what was found, such as {@code usage-falling}
 * @param severity {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param evidence what it was found in, as a sentence
 */
public record EscalationFinding(String path, String cause, String severity, String evidence)
        implements Comparable<EscalationFinding> {
    private static final Comparator<EscalationFinding> ORDER = Comparator.comparing(
                    EscalationFinding::severity, Severity.ORDER)
            .thenComparing(EscalationFinding::path)
            .thenComparing(EscalationFinding::cause)
            .thenComparing(EscalationFinding::evidence);

    @Override
    public int compareTo(EscalationFinding other) {
        return ORDER.compare(this, other);
    }

    /** Whether it is the one to speak of first. Of two that are equally grave the name decides, the same every time. */
    public boolean outranks(EscalationFinding other) {
        return compareTo(other) < 0;
    }

    /** Whether it is less grave than a case that is open. */
    public boolean isMilderThan(String openSeverity) {
        return Severity.ORDER.compare(severity, openSeverity) > 0;
    }

    /** What several findings rest on, the gravest first; without their type because rules collect them so. */
    public static String evidence(Collection<?> findings) {
        return Sentences.of(findings, EscalationFinding.class, EscalationFinding::evidence);
    }

    /** The causes of several findings, the gravest first, each once. */
    public static List<String> causes(Collection<?> findings) {
        return findings.stream()
                .map(EscalationFinding.class::cast)
                .sorted()
                .map(EscalationFinding::cause)
                .distinct()
                .toList();
    }
}
