package dev.keyline.http;

import java.util.List;
import java.util.stream.Collectors;

/** The caller sent something that cannot be taken as it is: 400, with every error found rather than the first. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    /**
     * @param errors at least one
     * @throws IllegalArgumentException when there is none
     */
    public BadInputException(List<InputError> errors) {
        super(errors.stream()
                .map(error -> error.pointer() + ": " + error.message())
                .collect(Collectors.joining("; ")));
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("bad input without an error");
        }
        this.errors = List.copyOf(errors);
    }

    public BadInputException(String pointer, String message) {
        this(List.of(new InputError(pointer, message)));
    }

    public List<InputError> errors() {
        return errors;
    }
}
