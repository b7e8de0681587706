package dev.keyline.engine;

import dev.keyline.http.InputError;
import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.util.List;

/** A text that is no policy, or is more than the service takes; each problem says where and what, in words. */
public final class RejectedTextException extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String path;
    private final transient List<String> problems;

    /** Rejects the text at that path for these problems. */
    public RejectedTextException(String path, List<String> problems) {
        this(ProblemType.REFUSED_TEXT, path, problems);
    }

    /** Rejects the text at that path as something else than wrong: too large. */
    public RejectedTextException(ProblemType type, String path, List<String> problems) {
        super(type, path + ": " + String.join("; ", problems));
        this.path = path;
        this.problems = List.copyOf(problems);
    }

    /** Of the text. */
    public String path() {
        return path;
    }

    public List<String> problems() {
        return problems;
    }

    @Override
    public List<InputError> errors() {
        return problems.stream().map(problem -> new InputError(path, problem)).toList();
    }
}
