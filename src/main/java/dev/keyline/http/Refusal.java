package dev.keyline.http;

import java.util.List;
import java.util.Map;

/**
 * An exception whose message is meant for the caller. Subclasses are named for the event; {@link Problems} turns every
 * one into the answer its {@link ProblemType} promises.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    protected Refusal(ProblemType type, String message) {
        super(message);
        this.type = type;
    }

    public final ProblemType type() {
        return type;
    }

    /** What exactly is wrong with the input, empty where it is not about the input. */
    public List<InputError> errors() {
        return List.of();
    }

    /** Headers that belong to the answer, as {@code Retry-After} does. */
    public Map<String, String> headers() {
        return Map.of();
    }
}
