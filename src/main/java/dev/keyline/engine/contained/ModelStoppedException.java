package dev.keyline.engine.contained;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;

/** A model took more than it may, and the process that ran it is gone: 422. */
public final class ModelStoppedException extends Refusal {
    private static final long serialVersionUID = 1L;

    ModelStoppedException(String path, String reason) {
        super(ProblemType.MODEL_STOPPED, path + ": " + reason + ": the model needs more than its budget");
    }
}
