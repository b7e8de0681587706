package dev.keyline.sample;

import static dev.keyline.sample.Span.span;

/**
 * What is happening at an account. One story drives all its series, so that contracts, use, moods, tickets and signals
 * read like one company.
 */
@SuppressWarnings("ImmutableEnumChecker") // the records it holds are of numbers alone
enum Story {
    /** Uses more every month, speaks well of us, buys more. */
    THRIVING(mix(7, 19, 12, 4), Term.RUNNING, UsageCurve.GROWING, span(45, 85), span(0, 1), span(1, 9)),
    /** Nothing to report. */
    STEADY(mix(3, 15, 10, 7), Term.RUNNING, UsageCurve.FLAT, span(15, 50), span(0, 2), span(4, 18)),
    /** Uses less over a year, rarely talks to us. */
    DRIFTING(mix(1, 9, 5, 19), Term.RUNNING, UsageCurve.FADING, span(-25, 10), span(2, 4), span(32, 44)),
    /** Whoever spoke for us has just left. */
    CHAMPION_LEFT(mix(2, 6, 7, 5), Term.RUNNING, UsageCurve.FLAT, span(10, 40), span(1, 3), span(8, 20)),
    /** The champion has not answered for weeks, and the renewal is within half a year. */
    CHAMPION_SILENT(mix(1, 7, 7, 5), Term.WITHIN_HALF_A_YEAR, UsageCurve.FLAT, span(5, 35), span(1, 2), span(12, 22)),
    /** Tries a rival's product before the renewal. */
    COMPETITOR(mix(2, 6, 7, 6), Term.WITHIN_HALF_A_YEAR, UsageCurve.FLAT, span(-20, 20), span(2, 4), span(6, 16)),
    /** Bought within the last weeks. */
    NEW_CUSTOMER(mix(0, 5, 6, 15), Term.YOUNG, UsageCurve.RAMPING, span(20, 60), span(0, 3), span(1, 7)),
    /** Bought some months ago and is slow to take it up. */
    SLOW_START(mix(0, 3, 5, 10), Term.SOME_MONTHS_OLD, UsageCurve.LATE, span(0, 40), span(1, 3), span(3, 12)),
    /** Bought some months ago and is well under way. */
    QUICK_START(mix(0, 4, 5, 8), Term.SOME_MONTHS_OLD, UsageCurve.EARLY, span(30, 70), span(0, 2), span(1, 9)),
    /** More than half a year in, use got stuck and fell off again. */
    STALLED(mix(0, 3, 5, 8), Term.HALF_A_YEAR_OLD, UsageCurve.STALLING, span(0, 35), span(1, 2), span(6, 16)),
    /** The contract ends within a quarter. */
    RENEWING(mix(3, 10, 8, 17), Term.WITHIN_A_QUARTER, UsageCurve.FLAT, span(10, 60), span(0, 2), span(2, 12)),
    /** Has left, or given notice. */
    LEAVING(mix(0, 2, 4, 16), Term.LEAVING, UsageCurve.DYING, span(-70, -20), span(1, 3), span(38, 75)),
    /** Has bought nothing yet. */
    PROSPECT(mix(0, 0, 4, 16), Term.NONE, UsageCurve.NONE, span(0, 0), span(0, 0), span(3, 24)),
    /** Asked for a demonstration; we know little more than the name. */
    ENQUIRY(mix(0, 0, 0, 18), Term.NONE, UsageCurve.NONE, span(0, 0), span(0, 0), span(0, 0)),
    /** Was a customer before these books began; only its old tier and a contact are known. */
    DORMANT(mix(0, 0, 0, 17), Term.NONE, UsageCurve.NONE, span(0, 0), span(0, 0), span(110, 700)),
    /** Nearly a fifth of the seats went silent last week. */
    DIPPED(mix(1, 3, 6, 7), Term.RUNNING, UsageCurve.DIPPING, span(5, 40), span(1, 3), span(5, 18)),
    /** Half of the users went silent last week. */
    COLLAPSED(mix(1, 4, 5, 7), Term.RUNNING, UsageCurve.COLLAPSING, span(5, 40), span(1, 3), span(5, 18)),
    /** Fewer users every week for a month. */
    SLIDING(mix(1, 5, 6, 7), Term.RUNNING, UsageCurve.SLIDING, span(5, 40), span(1, 3), span(5, 18)),
    /** Takes twice its usual time to answer. */
    SLOW_ANSWERS(mix(1, 4, 5, 8), Term.RUNNING, UsageCurve.FLAT, span(5, 35), span(0, 2), span(10, 22)),
    /** A critical escalation, angry users, empty seats. */
    CRISIS(mix(2, 5, 5, 12), Term.RUNNING, UsageCurve.DYING, span(-95, -60), span(8, 11), span(42, 70)),
    /** The managing director went, a new one was named. */
    NEW_EXECUTIVE(mix(2, 5, 6, 6), Term.RUNNING, UsageCurve.FLAT, span(15, 50), span(0, 2), span(5, 18)),
    /** Pays, but sends no readings and answers no survey. */
    UNMEASURED(mix(0, 0, 2, 20), Term.RUNNING, UsageCurve.NONE, span(0, 0), span(0, 1), span(5, 40));

    private final Mix mix;
    final Term term;
    final UsageCurve usage;
    /** The last answers to "would you recommend us", −100…100. */
    final Span nps;

    final Span openTickets;
    /** Days since anybody at the account last spoke with us. */
    final Span quietDays;

    Story(Mix mix, Term term, UsageCurve usage, Span nps, Span openTickets, Span quietDays) {
        this.mix = mix;
        this.term = term;
        this.usage = usage;
        this.nps = nps;
        this.openTickets = openTickets;
        this.quietDays = quietDays;
    }

    /** How many accounts of that standing live this story. */
    int accounts(Standing standing) {
        return switch (standing) {
            case STRATEGIC -> mix.strategic();
            case MAJOR -> mix.major();
            case PROMISING -> mix.promising();
            case SMALL -> mix.small();
        };
    }

    /** Whether anybody was ever asked how satisfied they are. */
    boolean isSurveyed() {
        return isCustomer() && this != UNMEASURED;
    }

    /** Whether anybody looked into the company: its industry, its size, its fit. */
    boolean isResearched() {
        return this != ENQUIRY && this != DORMANT;
    }

    boolean isCustomer() {
        return term != Term.NONE;
    }

    private record Mix(int strategic, int major, int promising, int small) {}

    private static Mix mix(int strategic, int major, int promising, int small) {
        return new Mix(strategic, major, promising, small);
    }
}
