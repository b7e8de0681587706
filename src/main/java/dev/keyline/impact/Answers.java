package dev.keyline.impact;

import dev.keyline.decision.Evaluator;
import dev.keyline.decision.UndecidedException;
import dev.keyline.decision.UnfitOutcomeException;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Evaluation;
import dev.keyline.http.BadInputException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A policy's answers, each different question asked once: most accounts share theirs with others. */
final class Answers {
    /** Some ten megabytes a policy; above it a portfolio has so many different questions that few come again. */
    private static final int MOST_KEPT = 20_000;

    private static final Answer NOT_ASKED_YET = Answer.refused("not asked yet");

    private record Question(Map<String, @Nullable Object> facts, ZonedDateTime asOf) {}

    private final CompiledPolicy policy;
    private final Evaluator evaluator;
    private final Map<Question, Answer> kept = new ConcurrentHashMap<>();

    Answers(CompiledPolicy policy, Evaluator evaluator) {
        this.policy = policy;
        this.evaluator = evaluator;
    }

    /** Answers in the order of what is known of each subject. */
    List<Answer> to(List<Map<String, @Nullable Object>> known, ZonedDateTime asOf) {
        List<Supplier<Answer>> answers = new ArrayList<>();
        Map<Question, Answer> found = new LinkedHashMap<>();
        Map<Question, Answer> missing = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> facts : known) {
            try {
                Question question = new Question(evaluator.asked(policy, facts), asOf);
                Answer answer = kept.get(question);
                if (answer == null) {
                    missing.put(question, NOT_ASKED_YET);
                } else {
                    found.put(question, answer);
                }
                answers.add(() -> Objects.requireNonNull(found.get(question)));
            } catch (BadInputException e) {
                Answer refused = Answer.refused(String.valueOf(e.getMessage()));
                answers.add(() -> refused);
            }
        }
        ask(missing, asOf);
        found.putAll(missing);
        return answers.stream().map(Supplier::get).toList();
    }

    /** @param questions receives the answers */
    private void ask(Map<Question, Answer> questions, ZonedDateTime asOf) {
        if (questions.isEmpty()) {
            return;
        }
        List<Question> order = List.copyOf(questions.keySet());
        List<Evaluation> evaluations =
                policy.evaluateAll(order.stream().map(Question::facts).toList(), asOf);
        for (int i = 0; i < order.size(); i++) {
            Answer answer = answer(evaluations.get(i));
            questions.put(order.get(i), answer);
            if (kept.size() < MOST_KEPT) {
                kept.put(order.get(i), answer);
            }
        }
    }

    private Answer answer(Evaluation evaluation) {
        if (evaluation.outcome() == null) {
            return Answer.refused(
                    String.valueOf(new UndecidedException(policy.id(), evaluation.messages()).getMessage()));
        }
        try {
            return new Answer(
                    evaluation.outcome(),
                    evaluation.rows(),
                    evaluator.supplied(policy.id(), evaluation.outcome()),
                    null);
        } catch (UnfitOutcomeException e) {
            return Answer.refused(String.valueOf(e.getMessage()));
        }
    }
}
