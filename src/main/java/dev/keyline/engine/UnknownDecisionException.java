package dev.keyline.engine;

import dev.keyline.http.InputError;
import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.util.List;

/** A question names a decision, or a service, that the model does not have. */
public final class UnknownDecisionException extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String pointer;

    /**
     * Says which.
     *
     * @param pointer to the name in the question: {@code /decision} or {@code /decisionService}
     */
    public UnknownDecisionException(String pointer, String message) {
        super(ProblemType.BAD_INPUT, message);
        this.pointer = pointer;
    }

    @Override
    public List<InputError> errors() {
        return List.of(new InputError(pointer, String.valueOf(getMessage())));
    }
}
