package dev.keyline.decision;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.util.List;

/** A policy gave no outcome for facts that are all right: a gap in its rows. Nobody gets a null for an answer. */
public final class UndecidedException extends Refusal {
    private static final long serialVersionUID = 1L;

    public UndecidedException(String policy, List<String> messages) {
        super(
                ProblemType.UNDECIDED,
                policy + " gives no outcome for these facts"
                        + (messages.isEmpty() ? "" : ": " + String.join("; ", messages)));
    }
}
