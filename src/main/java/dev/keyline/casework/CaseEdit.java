package dev.keyline.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case while it is being changed: what may change of it, and the moves it knows. */
final class CaseEdit {
    private final Case before;
    private Severity severity;
    private Severity foundSeverity;
    private CaseState state;
    private String title;
    private String reason;
    private Terms terms;
    private UUID decisionId;
    private @Nullable String owner;
    private @Nullable CaseClock clock;
    private int clockNumber;
    private int rung;
    private @Nullable Instant acknowledgedAt;
    private @Nullable String acknowledgedBy;
    private @Nullable Instant nextUpdateAt;
    private @Nullable Instant closingProposedSince;
    private int cleanReviews;
    private @Nullable String confirmedBy;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String closeReason;

    CaseEdit(Case before) {
        this.before = before;
        severity = before.severity();
        foundSeverity = before.foundSeverity();
        state = before.state();
        title = before.title();
        reason = before.reason();
        terms = before.terms();
        decisionId = before.decisionId();
        owner = before.owner();
        clock = before.clock();
        clockNumber = before.clockNumber();
        rung = before.rung();
        acknowledgedAt = before.acknowledgedAt();
        acknowledgedBy = before.acknowledgedBy();
        nextUpdateAt = before.nextUpdateAt();
        closingProposedSince = before.closingProposedSince();
        cleanReviews = before.cleanReviews();
        confirmedBy = before.confirmedBy();
        closedAt = before.closedAt();
        closedBy = before.closedBy();
        closeReason = before.closeReason();
    }

    /** An evaluation has found it (again). */
    void found(Finding finding, UUID decision) {
        title = finding.title();
        reason = finding.reason();
        foundSeverity = finding.severity();
        decisionId = decision;
        closingProposedSince = null;
        cleanReviews = 0;
        confirmedBy = null;
    }

    /** An evaluation has not found it: closing is proposed, not done. */
    void unfound(Instant asOf, boolean review) {
        if (closingProposedSince == null) {
            closingProposedSince = asOf;
        }
        if (review) {
            cleanReviews++;
        }
    }

    /** The clock begins anew, and whoever had taken it up has to do so again. */
    void restart(Severity newSeverity, Terms newTerms, @Nullable CaseClock newClock) {
        state = CaseState.OPEN;
        acknowledgedAt = null;
        acknowledgedBy = null;
        nextUpdateAt = null;
        severity = newSeverity;
        terms = newTerms;
        clock = newClock;
        clockNumber++;
        rung = stepsAtStart(newTerms);
    }

    /** Less bad than it was, and somebody has it already: only its terms change. */
    void ease(Severity newSeverity, Terms newTerms) {
        severity = newSeverity;
        terms = newTerms;
    }

    void reach(int step) {
        rung = step;
    }

    void acknowledge(String by, Instant at, @Nullable Instant nextUpdate) {
        state = CaseState.ACKNOWLEDGED;
        acknowledgedAt = at;
        acknowledgedBy = by;
        clock = null;
        nextUpdateAt = nextUpdate;
    }

    void assign(String person) {
        owner = person;
    }

    void nextUpdate(@Nullable Instant at) {
        nextUpdateAt = at;
    }

    void deEscalate(String confirmed) {
        state = CaseState.DE_ESCALATED;
        clock = null;
        nextUpdateAt = null;
        confirmedBy = confirmed;
    }

    void close(String by, Instant at, String why) {
        state = CaseState.CLOSED;
        clock = null;
        nextUpdateAt = null;
        closedAt = at;
        closedBy = by;
        closeReason = why;
    }

    void reopen(@Nullable CaseClock newClock) {
        restart(severity, terms, newClock);
        closedAt = null;
        closedBy = null;
        closeReason = null;
        confirmedBy = null;
        closingProposedSince = null;
        cleanReviews = 0;
    }

    /** The steps of a ladder that hear of it from the start. */
    static int stepsAtStart(Terms terms) {
        return (int) terms.ladder().stream().filter(rung -> rung.percent() == 0).count();
    }

    Case after() {
        return new Case(
                before.id(),
                before.account(),
                before.kind(),
                before.path(),
                before.cause(),
                severity,
                foundSeverity,
                state,
                title,
                reason,
                terms,
                decisionId,
                owner,
                before.openedAt(),
                clock,
                rung,
                acknowledgedAt,
                acknowledgedBy,
                nextUpdateAt,
                closingProposedSince,
                cleanReviews,
                confirmedBy,
                closedAt,
                closedBy,
                closeReason,
                clockNumber,
                before.revision());
    }
}
