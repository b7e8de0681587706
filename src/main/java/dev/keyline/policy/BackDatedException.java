package dev.keyline.policy;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something was to come into force at an instant that is over, though others have been answered since: 422. */
public final class BackDatedException extends Refusal {
    private static final long serialVersionUID = 1L;

    BackDatedException(Instant from) {
        super(
                ProblemType.NOT_BACK_DATED,
                "It would be in force from " + from + " on, which is past. Leave it out for now, or name a later one.");
    }

    /** Refuses an instant before that one; null stands for now. */
    public static void refuse(@Nullable Instant from, Instant now) {
        if (from != null && from.isBefore(now)) {
            throw new BackDatedException(from);
        }
    }
}
