package dev.keyline.policy;

import dev.keyline.http.InputError;
import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A text that cannot be taken: 422 with every place. What was there before stays. */
public final class RefusedTextException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    private RefusedTextException(List<InputError> errors) {
        super(
                ProblemType.REFUSED_TEXT,
                errors.stream()
                        .map(error -> error.pointer() + ": " + error.message())
                        .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** Of what is wrong in a file; each problem says where. */
    public static RefusedTextException at(String path, List<String> problems) {
        return new RefusedTextException(
                problems.stream().map(problem -> new InputError(path, problem)).toList());
    }

    @Override
    public List<InputError> errors() {
        return errors;
    }
}
