package dev.keyline.acceptance;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;

/** Somebody accepts the plan that he asked for himself: 403. */
final class OwnPlanException extends Refusal {
    private static final long serialVersionUID = 1L;

    OwnPlanException(String person) {
        super(ProblemType.OWN_PROPOSAL, person + " asked for this plan; another person accepts it.");
    }
}
