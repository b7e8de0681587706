package dev.keyline.access;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.time.Duration;
import java.util.Map;

/** Too many wrong passwords for one user: 429, until the pause is over. */
final class ThrottledException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    ThrottledException(Duration pause) {
        super(ProblemType.TOO_MANY_REQUESTS, "Too many wrong passwords for this user; try again later.");
        this.seconds = pause.toSeconds() + 1;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", Long.toString(seconds));
    }
}
