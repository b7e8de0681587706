package dev.keyline.decision;

import dev.keyline.http.InputError;
import java.util.List;

/** A policy's outcome is not what the fact catalogue tells other policies of it. */
public final class UnfitOutcomeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnfitOutcomeException(String policy, List<InputError> errors) {
        super("the outcome of " + policy + " is not what the fact catalogue says: " + errors);
    }
}
