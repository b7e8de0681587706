package dev.keyline.engine.contained;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.util.Map;

/** Too many wait for a worker already, or none can be started: 503. */
public final class BusyException extends Refusal {
    private static final long serialVersionUID = 1L;

    BusyException(String message) {
        super(ProblemType.UNAVAILABLE, message);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", "2");
    }
}
