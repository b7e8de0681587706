package dev.keyline.facts;

import java.util.Comparator;
import java.util.List;

/**
 * What has to be escalated now: one a path, whatever was found on it. The gravest comes first.
 *
 * @param path {@code technical}, {@code commercial} or {@code relationship}
 * @param cause the leading finding, or that of the case which is open on the path
 * @param severity {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param level who has it first: the ladder's first rung
 * @param reason what everything found on the path rests on, in sentences
 * @param causes everything found on the path, the gravest first
 */
public record Escalation(String path, String cause, String severity, String level, String reason, List<String> causes)
        implements Comparable<Escalation> {
    private static final Comparator<Escalation> ORDER = Comparator.comparing(Escalation::severity, Severity.ORDER)
            .thenComparing(Escalation::path)
            .thenComparing(Escalation::cause);

    @Override
    public int compareTo(Escalation other) {
        return ORDER.compare(this, other);
    }
}
