package dev.keyline.impact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account, or a decision that somebody asked for, on both sides of a rehearsal. */
final class Subject {
    /** What is known on one side, growing with the outcomes of the policies asked. */
    static final class Side {
        private final Map<String, @Nullable Object> known = new HashMap<>();
        private final Map<String, Answer> answers = new LinkedHashMap<>();
        private @Nullable String problem;

        Map<String, @Nullable Object> known() {
            return known;
        }

        /** Null when the policy was not asked on this side. */
        @Nullable
        Answer answer(String policy) {
            return answers.get(policy);
        }

        /** Why a policy gave no outcome; null when each gave one. */
        @Nullable
        String problem() {
            return problem;
        }

        private void take(String policy, Answer answer) {
            answers.put(policy, answer);
            known.putAll(answer.supplied());
            if (answer.problem() != null) {
                problem = answer.problem();
            }
        }
    }

    private final String id;
    private final @Nullable Set<String> within;
    private final Side before = new Side();
    private final Side after = new Side();
    private final Set<String> loaded = new HashSet<>();
    private final Map<String, Object> held = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    private Subject(String id, @Nullable Set<String> within) {
        this.id = id;
        this.within = within;
    }

    /** An account: any policy may be asked, and what it asks for is looked up. */
    static Subject account(String id) {
        return new Subject(id, null);
    }

    /**
     * A decision: nothing but what was recorded is known.
     *
     * @param outcomes by policy, of the decisions it rests on and its own; no other policy is asked
     */
    static Subject decision(String id, Map<String, @Nullable Object> facts, Map<String, Object> outcomes) {
        Subject subject = new Subject(id, Set.copyOf(outcomes.keySet()));
        subject.know(facts, facts);
        subject.held.putAll(outcomes);
        return subject;
    }

    String id() {
        return id;
    }

    Side before() {
        return before;
    }

    Side after() {
        return after;
    }

    boolean isRecorded() {
        return within != null;
    }

    boolean mayBeAsked(String policy) {
        return within == null || within.contains(policy);
    }

    /** Facts that its records make on either side. */
    void know(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> rehearsed) {
        before.known.putAll(facts);
        after.known.putAll(rehearsed);
        if (facts != rehearsed) {
            Set<String> names = new HashSet<>(facts.keySet());
            names.addAll(rehearsed.keySet());
            compare(names);
        }
    }

    /** Names of facts that have been looked up, whether there were any or not. */
    Set<String> loaded() {
        return loaded;
    }

    /** Outcomes that hold, or were recorded, by policy. */
    Map<String, Object> held() {
        return held;
    }

    /** Whether a policy's outcome is among what is known, asked or held. */
    boolean isSettled(String policy) {
        return settled.contains(policy);
    }

    /** An outcome that holds on both sides, because nothing that the policy asks for differs. */
    void settle(String policy, Map<String, @Nullable Object> now, Map<String, @Nullable Object> then) {
        settled.add(policy);
        now.forEach(before.known::putIfAbsent);
        then.forEach(after.known::putIfAbsent);
        if (now != then) {
            compare(then.keySet());
        }
    }

    /** @param now null: the policy is not in force */
    void answered(String policy, @Nullable Answer now, Answer then) {
        settled.add(policy);
        Set<String> names = new HashSet<>(then.supplied().keySet());
        if (now != null) {
            before.take(policy, now);
            names.addAll(now.supplied().keySet());
        }
        after.take(policy, then);
        compare(names);
    }

    private void compare(Set<String> names) {
        names.stream()
                .filter(name -> !Objects.equals(before.known.get(name), after.known.get(name)))
                .forEach(changed::add);
    }

    /** Facts that are others on the two sides. */
    Set<String> changed() {
        return changed;
    }

    /** Where a policy gives no outcome, nothing can be said of those that need it. */
    boolean goesOn() {
        return before.problem == null && after.problem == null;
    }

    /** Whether any policy answers otherwise. */
    boolean differs() {
        return !Objects.equals(before.problem, after.problem)
                || after.answers.entrySet().stream().anyMatch(answer -> {
                    Answer now = before.answers.get(answer.getKey());
                    return now == null
                            || !Objects.equals(now.outcome(), answer.getValue().outcome());
                });
    }

    /** The policies asked, in order. */
    Set<String> asked() {
        return after.answers.keySet();
    }
}
