package dev.keyline.sample;

import static dev.keyline.sample.Span.span;

/**
 * Where an account stands in its contract. Ends are days after the anchor, a week clear of every renewal window; a first
 * term has no end of its own, it runs for whole years from its start.
 */
@SuppressWarnings("ImmutableEnumChecker") // the records it holds are of numbers alone
enum Term {
    RUNNING(span(200, 640)),
    YOUNG(span(0, 0)),
    SOME_MONTHS_OLD(span(0, 0)),
    HALF_A_YEAR_OLD(span(0, 0)),
    WITHIN_HALF_A_YEAR(span(106, 165)),
    WITHIN_A_QUARTER(span(14, 80)),
    LEAVING(span(-60, 50)),
    NONE(span(0, 0));

    /** Days from the anchor to the contract's end. */
    final Span end;

    Term(Span end) {
        this.end = end;
    }

    /** The customer's first term, signed less than nine months ago. */
    boolean isFirst() {
        return this == YOUNG || this == SOME_MONTHS_OLD || this == HALF_A_YEAR_OLD;
    }
}
