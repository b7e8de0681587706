package dev.keyline.engine;

import java.util.List;

/** A text that is no policy; each problem says where and what, in words. */
public final class RejectedTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    /** Rejects the text at that path for these problems. */
    public RejectedTextException(String path, List<String> problems) {
        super(path + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
