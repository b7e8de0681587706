package dev.keyline.acceptance;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;
import java.time.LocalDate;

/** A plan was to hold from a day that is over: 422. */
final class PastDayException extends Refusal {
    private static final long serialVersionUID = 1L;

    PastDayException(LocalDate day) {
        super(
                ProblemType.NOT_BACK_DATED,
                "It would hold from " + day + " on, which is past. Name today or a later day.");
    }
}
