package dev.keyline.facts;

import java.util.Comparator;

/**
 * Something that a contingency playbook is prepared for. By name.
 *
 * @param event {@code champion-change}, {@code budget-cut} or {@code reorganisation}
 * @param covered the customer still has somebody who speaks for us
 * @param evidence what it was found in, in sentences
 */
public record ContingencyEvent(String event, boolean covered, String evidence) implements Comparable<ContingencyEvent> {
    private static final Comparator<ContingencyEvent> ORDER =
            Comparator.comparing(ContingencyEvent::event).thenComparing(ContingencyEvent::evidence);

    @Override
    public int compareTo(ContingencyEvent other) {
        return ORDER.compare(this, other);
    }
}
