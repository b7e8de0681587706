package dev.keyline.sample;

import static dev.keyline.sample.Span.span;

/** Where an account stands in its contract. Ends are days after the anchor, a week clear of every renewal window. */
@SuppressWarnings("ImmutableEnumChecker") // the records it holds are of numbers alone
enum Term {
    RUNNING(span(200, 640)),
    YOUNG(span(240, 1000)),
    WITHIN_HALF_A_YEAR(span(106, 165)),
    WITHIN_A_QUARTER(span(14, 80)),
    LEAVING(span(-60, 50)),
    NONE(span(0, 0));

    /** Days from the anchor to the contract's end. */
    final Span end;

    Term(Span end) {
        this.end = end;
    }
}
