package dev.keyline.proposal;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;

/** Somebody approves what he has written himself, in whole or in part: 403. */
final class OwnProposalException extends Refusal {
    private static final long serialVersionUID = 1L;

    OwnProposalException(String person) {
        super(ProblemType.OWN_PROPOSAL, person + " has written some of it; another person approves it.");
    }
}
