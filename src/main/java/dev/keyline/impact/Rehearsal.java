package dev.keyline.impact;

import dev.keyline.decision.Evaluator;
import dev.keyline.decision.UnfitOutcomeException;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.policy.PolicySet;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks drafted policies, and those that another answer of theirs reaches, on both sides; whatever does not differ is taken
 * from what holds. Safe to share between threads; a subject is one thread's.
 */
final class Rehearsal {
    /** Where the facts and the held outcomes of subjects come from. */
    interface Source {
        /** Adds to each subject the named facts, and those of the named policies' outcomes that hold. */
        void load(List<Subject> subjects, Set<String> facts, Set<String> policies);
    }

    private final TwoSets sets;
    private final Evaluator present;
    private final Evaluator rehearsed;
    private final Map<String, Answers> answersNow = new HashMap<>();
    private final Map<String, Answers> answersThen = new HashMap<>();
    private final Set<String> factsDownstream;

    Rehearsal(TwoSets sets) {
        this.sets = sets;
        this.present = new Evaluator(sets.present());
        this.rehearsed = new Evaluator(sets.rehearsed());
        addAnswers(answersNow, sets.present(), present);
        addAnswers(answersThen, sets.rehearsed(), rehearsed);
        if (sets.sameFacts()) {
            // one and the same policy asked the same answers the same on both sides
            answersThen.replaceAll(
                    (policy, own) -> sets.drafted().contains(policy) ? own : answersNow.getOrDefault(policy, own));
        }
        this.factsDownstream = sets.order().stream()
                .flatMap(policy -> sets.facts(policy).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void addAnswers(Map<String, Answers> answers, PolicySet set, Evaluator evaluator) {
        for (CompiledPolicy policy : set.inOrder()) {
            answers.put(policy.id(), new Answers(policy, evaluator));
        }
    }

    TwoSets sets() {
        return sets;
    }

    /** Takes subjects that share an as-of through the policies. */
    void run(List<Subject> subjects, Source source, ZonedDateTime asOf) {
        if (!sets.sameFacts()) {
            load(subjects, source, factsDownstream);
        }
        for (String policy : sets.order()) {
            Set<String> asked = sets.facts(policy);
            List<Subject> due = subjects.stream()
                    .filter(subject -> subject.goesOn() && isDue(policy, asked, subject))
                    .toList();
            ask(policy, due, source, asOf);
        }
    }

    private boolean isDue(String policy, Set<String> asked, Subject subject) {
        return subject.mayBeAsked(policy)
                && !subject.isSettled(policy)
                && (sets.drafted().contains(policy) || !Collections.disjoint(asked, subject.changed()));
    }

    private void ask(String policy, List<Subject> subjects, Source source, ZonedDateTime asOf) {
        if (subjects.isEmpty()) {
            return;
        }
        provide(policy, subjects, source, asOf);
        List<Subject> able = subjects.stream().filter(Subject::goesOn).toList();
        Answers nowAnswers = answersNow.get(policy);
        Answers thenAnswers = Objects.requireNonNull(answersThen.get(policy));
        List<Answer> now = nowAnswers == null
                ? List.of()
                : nowAnswers.to(able.stream().map(each -> each.before().known()).toList(), asOf);
        List<Answer> then =
                thenAnswers.to(able.stream().map(each -> each.after().known()).toList(), asOf);
        for (int i = 0; i < able.size(); i++) {
            able.get(i).answered(policy, now.isEmpty() ? null : now.get(i), then.get(i));
        }
    }

    /** Sees to it that everything a policy asks for is known, as far as it can be. */
    private void provide(String policy, List<Subject> subjects, Source source, ZonedDateTime asOf) {
        boolean downstream = sets.order().contains(policy) && !sets.drafted().contains(policy);
        load(subjects, source, downstream ? factsDownstream : sets.facts(policy));
        for (String needed : sets.upstream(policy)) {
            List<Subject> open = subjects.stream()
                    .filter(subject -> subject.goesOn() && !subject.isSettled(needed))
                    .toList();
            open.forEach(subject -> settleWithWhatHolds(needed, subject));
            ask(
                    needed,
                    open.stream()
                            .filter(subject -> !subject.isSettled(needed) && !subject.isRecorded())
                            .filter(subject -> answersThen.containsKey(needed))
                            .toList(),
                    source,
                    asOf);
        }
    }

    private void load(List<Subject> subjects, Source source, Set<String> names) {
        List<Subject> lacking = subjects.stream()
                .filter(subject -> !subject.isRecorded() && !subject.loaded().containsAll(names))
                .toList();
        if (lacking.isEmpty()) {
            return;
        }
        source.load(lacking, names, sets.policiesBehind(names));
        lacking.forEach(subject -> subject.loaded().addAll(names));
    }

    /** A policy that asks for nothing that differs answers as it does now. */
    private void settleWithWhatHolds(String policy, Subject subject) {
        Object held = subject.held().get(policy);
        if (held == null) {
            return;
        }
        try {
            Map<String, @Nullable Object> now = present.supplied(policy, held);
            subject.settle(policy, now, sets.sameFacts() ? now : rehearsed.supplied(policy, held));
        } catch (UnfitOutcomeException e) {
            subject.held().remove(policy); // made before the catalogue said otherwise: it is asked anew
        }
    }
}
