package dev.keyline.http;

import java.util.List;
import java.util.stream.Collectors;

/** The caller sent something that cannot be taken as it is: 400, with every error found rather than the first. */
public final class BadInputException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    /**
     * @param errors at least one
     * @throws IllegalArgumentException when there is none
     */
    public BadInputException(List<InputError> errors) {
        super(ProblemType.BAD_INPUT, inWords(errors));
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("bad input without an error");
        }
        this.errors = List.copyOf(errors);
    }

    public BadInputException(String pointer, String message) {
        this(List.of(new InputError(pointer, message)));
    }

    @Override
    public List<InputError> errors() {
        return errors;
    }

    private static String inWords(List<InputError> errors) {
        return errors.stream()
                .map(error -> (error.pointer().isEmpty() ? "the body" : error.pointer()) + " " + error.message())
                .collect(Collectors.joining("; "));
    }
}
