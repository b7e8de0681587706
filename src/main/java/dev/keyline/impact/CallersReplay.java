package dev.keyline.impact;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.facts.FactReader;
import dev.keyline.impact.RecordedDecisions.Recorded;
import dev.keyline.job.JobRun;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Replays what callers have asked on the facts recorded then, on both sides. */
@Singleton
class CallersReplay {
    static final int MOST_DECISIONS = 100_000;
    private static final int DECISIONS_AT_ONCE = 200;
    private static final int EXAMPLES = 3;

    private record CallerAndPolicy(String caller, String policy) {
        static final Comparator<CallerAndPolicy> ORDER =
                Comparator.comparing(CallerAndPolicy::caller).thenComparing(CallerAndPolicy::policy);
    }

    private final Jdbi jdbi;
    private final RecordedDecisions recorded;
    private final Crew crew;
    private final BusinessTime businessTime;

    @Inject
    CallersReplay(Jdbi jdbi, RecordedDecisions recorded, Crew crew, BusinessTime businessTime) {
        this.jdbi = jdbi;
        this.recorded = recorded;
        this.crew = crew;
        this.businessTime = businessTime;
    }

    CallersImpact run(JobRun run, TwoSets sets, Scope.Period period, double from, double to)
            throws InterruptedException {
        List<UUID> ids =
                jdbi.withHandle(handle -> RecordedDecisions.asked(handle, sets.order(), period, MOST_DECISIONS + 1));
        boolean more = ids.size() > MOST_DECISIONS;
        List<UUID> newest = more ? ids.subList(0, MOST_DECISIONS) : ids;
        Tally tally = new Tally();
        Rehearsal rehearsal = new Rehearsal(sets);
        crew.work(newest, DECISIONS_AT_ONCE, run, from, to, piece -> replay(rehearsal, piece, tally));
        return new CallersImpact(period.from(), period.to(), newest.size(), more, tally.impacts());
    }

    private void replay(Rehearsal rehearsal, List<UUID> ids, Tally tally) {
        List<Recorded> decisions = jdbi.withHandle(handle -> recorded.withGrounds(handle, ids));
        Map<Instant, Map<Recorded, Subject>> byAsOf = new LinkedHashMap<>();
        for (Recorded decision : decisions) {
            Subject subject = subject(rehearsal.sets(), decision);
            if (subject == null) {
                tally.addNotReplayed(decision);
            } else {
                byAsOf.computeIfAbsent(decision.asOf(), asOf -> new LinkedHashMap<>())
                        .put(decision, subject);
            }
        }
        byAsOf.forEach((asOf, subjects) -> {
            rehearsal.run(
                    List.copyOf(subjects.values()), (lacking, facts, policies) -> {}, asOf.atZone(businessTime.zone()));
            subjects.forEach(tally::add);
        });
    }

    /** Null when the catalogue no longer takes what was recorded. */
    private static @Nullable Subject subject(TwoSets sets, Recorded decision) {
        FactReader reader = new FactReader(sets.present().catalogue());
        Map<String, @Nullable Object> facts = reader.read(decision.factsOfRecords(sets.present()), "");
        return reader.errors().isEmpty()
                ? Subject.decision(decision.id().toString(), facts, decision.outcomes())
                : null;
    }

    /** Counts by caller and policy, from several threads. */
    private static final class Tally {
        private static final class Counts {
            private int decisions;
            private int changed;
            private int refused;
            private int notReplayed;
            private final Map<UUID, CallerImpact.Example> examples = new TreeMap<>(Comparator.reverseOrder());
        }

        private final Map<CallerAndPolicy, Counts> counts = new HashMap<>();

        private Counts of(Recorded decision) {
            return counts.computeIfAbsent(
                    new CallerAndPolicy(decision.caller(), decision.policy()), key -> new Counts());
        }

        synchronized void addNotReplayed(Recorded decision) {
            of(decision).notReplayed++;
        }

        synchronized void add(Recorded decision, Subject subject) {
            Counts its = of(decision);
            if (subject.before().problem() != null) {
                its.notReplayed++;
                return;
            }
            its.decisions++;
            Answer now = subject.before().answer(decision.policy());
            Answer then = subject.after().answer(decision.policy());
            String problem = subject.after().problem();
            if (problem == null
                    && Objects.equals(now == null ? null : now.outcome(), then == null ? null : then.outcome())) {
                return;
            }
            its.changed++;
            its.refused += problem == null ? 0 : 1;
            its.examples.put(
                    decision.id(),
                    new CallerImpact.Example(
                            decision.id(),
                            decision.account(),
                            decision.asOf(),
                            PolicyChange.between(decision.policy(), now, then),
                            problem));
            if (its.examples.size() > EXAMPLES) {
                its.examples.remove(List.copyOf(its.examples.keySet()).get(EXAMPLES));
            }
        }

        synchronized List<CallerImpact> impacts() {
            List<CallerImpact> impacts = new ArrayList<>();
            counts.keySet().stream().sorted(CallerAndPolicy.ORDER).forEach(key -> {
                Counts its = Objects.requireNonNull(counts.get(key));
                impacts.add(new CallerImpact(
                        key.caller(),
                        key.policy(),
                        its.decisions,
                        its.changed,
                        its.refused,
                        its.notReplayed,
                        List.copyOf(its.examples.values())));
            });
            return impacts;
        }
    }
}
