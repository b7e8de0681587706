package dev.keyline.engine.contained;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A model had to be stopped too often, and is not run for a while: 429. */
public final class QuarantinedException extends Refusal {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    QuarantinedException(String path, Instant now, Instant until) {
        super(
                ProblemType.TOO_MANY_REQUESTS,
                path + ": the model had to be stopped " + Strikes.MOST + " times, and is not run before " + until);
        this.seconds = Math.max(1, Duration.between(now, until).toSeconds());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", Long.toString(seconds));
    }
}
