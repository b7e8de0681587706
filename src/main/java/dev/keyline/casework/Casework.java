package dev.keyline.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.review.OutcomeFollower;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens cases for what an evaluation finds, keeps open ones up to date, and proposes to close what it no longer finds. */
@Singleton
class Casework implements OutcomeFollower {
    private final CaseStore store;
    private final CaseClock.Maker clocks;
    private final CaseRecorders recorders;
    private final ObjectMapper mapper;
    private final Clock clock;

    @Inject
    Casework(
            CaseStore store, CaseClock.Maker clocks, CaseRecorders recorders, ObjectMapper mapper, Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.recorders = recorders;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String policy() {
        return Finding.POLICY;
    }

    @Override
    public void follow(Handle handle, Evaluated evaluated, List<Held> outcomes) {
        List<String> accounts = outcomes.stream().map(Held::account).toList();
        Map<String, Map<Finding.Key, Case>> open = new HashMap<>();
        store.lockOpen(handle, accounts)
                .forEach(one -> open.computeIfAbsent(one.account(), account -> new LinkedHashMap<>())
                        .put(one.key(), one));
        Map<String, AccountPeople.Looked> people = AccountPeople.of(handle, accounts);
        Instant now = clock.instant();
        CaseRecorder recorder = recorders.begin(now, evaluated.actor());
        for (Held held : outcomes) {
            AccountPeople.Looked who =
                    people.getOrDefault(held.account(), new AccountPeople.Looked(null, null));
            Map<Finding.Key, Case> known = open.getOrDefault(held.account(), new HashMap<>());
            for (Finding finding : Finding.of(held.outcome(), mapper)) {
                Case present = known.remove(finding.key());
                if (present == null) {
                    recorder.opened(opened(handle, held, finding, who, now));
                } else {
                    refresh(handle, recorder, present, finding, held.decisionId(), who, now);
                }
            }
            known.values().forEach(gone -> proposeClosing(recorder, gone, evaluated));
        }
        recorder.write(handle);
    }

    private Case opened(Handle handle, Held held, Finding finding, AccountPeople.Looked who, Instant now) {
        Finding.Key key = finding.key();
        return new Case(
                store.newId(),
                held.account(),
                key.kind(),
                key.path(),
                key.cause(),
                finding.severity(),
                finding.severity(),
                CaseState.OPEN,
                finding.title(),
                finding.reason(),
                finding.terms(),
                held.decisionId(),
                who.manager(),
                now,
                clocks.start(handle, finding.terms(), who.region(), now),
                CaseEdit.stepsAtStart(finding.terms()),
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                1,
                1);
    }

    /** A severity that a person has raised is not lowered by an evaluation; one that gets worse than that is. */
    private void refresh(
            Handle handle,
            CaseRecorder recorder,
            Case present,
            Finding finding,
            UUID decision,
            AccountPeople.Looked who,
            Instant now) {
        CaseEdit edit = new CaseEdit(present);
        edit.found(finding, decision);
        boolean over = present.state() == CaseState.DE_ESCALATED;
        boolean raised = present.severity().worseThan(present.foundSeverity());
        boolean worse = finding.severity().worseThan(present.severity());
        boolean changed = raised ? worse : finding.severity() != present.severity();
        if (over || worse || (changed && present.state() == CaseState.OPEN)) {
            Severity severity = changed ? finding.severity() : present.severity();
            Terms terms = changed || !raised ? finding.terms() : present.terms();
            edit.restart(severity, terms, clocks.start(handle, terms, who.region(), now));
        } else if (changed) {
            edit.ease(finding.severity(), finding.terms());
        }
        Case after = edit.after();
        if (after.state() == present.state() && after.severity() == present.severity()) {
            recorder.touched(after);
        } else {
            recorder.changed(after);
        }
        if (over || present.closingProposedSince() != null) {
            recorder.happened(
                    after, "found-again", CaseRecorder.details("reason", finding.reason()), after.owner());
        }
        if (changed) {
            recorder.happened(
                    after,
                    "severity-changed",
                    CaseRecorder.details(
                            "before", present.severity().word(), "now", after.severity().word()),
                    after.owner());
        }
        if (after.clockNumber() != present.clockNumber()) {
            recorder.windUp(after);
        }
    }

    private static void proposeClosing(CaseRecorder recorder, Case gone, OutcomeFollower.Evaluated evaluated) {
        CaseEdit edit = new CaseEdit(gone);
        edit.unfound(evaluated.asOf(), evaluated.wholePortfolio());
        Case after = edit.after();
        recorder.touched(after);
        if (gone.closingProposedSince() == null) {
            recorder.happened(after, "closing-proposed", CaseRecorder.details(), after.owner());
        }
    }
}
