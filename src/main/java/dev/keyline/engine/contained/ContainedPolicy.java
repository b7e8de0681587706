package dev.keyline.engine.contained;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.DirectPolicy;
import dev.keyline.engine.Evaluation;
import dev.keyline.engine.RowHit;
import dev.keyline.http.Refusal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy that workers evaluate, but for what is answered within a few milliseconds without the engine. Where it takes more than it may, the answer is no outcome and a message that says so.
 */
final class ContainedPolicy implements CompiledPolicy {
    /** Evaluations in one call: enough that the way there and back is nothing, few enough for an evaluation's budget. */
    private static final int CHUNK = 100;

    private final ContainedEngine engine;
    private final Standing standing;
    private final Texts texts;
    private final Operation.Description description;
    private final DirectPolicy.Attempt attempt;

    /** @param attempt what can be answered without a worker */
    ContainedPolicy(
            ContainedEngine engine,
            Standing standing,
            Texts texts,
            Operation.Description description,
            DirectPolicy.Attempt attempt) {
        this.engine = engine;
        this.standing = standing;
        this.texts = texts;
        this.description = description;
        this.attempt = attempt;
    }

    @Override
    public String id() {
        return texts.all().get(0).id();
    }

    @Override
    public Set<String> facts() {
        return description.facts();
    }

    @Override
    public List<RowHit> rows() {
        return description.rows();
    }

    @Override
    public Optional<String> untranslated() {
        return Optional.ofNullable(attempt.reason());
    }

    @Override
    public Evaluation evaluate(Map<String, ? extends @Nullable Object> facts, ZonedDateTime asOf) {
        return evaluateAll(List.of(facts), asOf).get(0);
    }

    @Override
    public List<Evaluation> evaluateAll(
            List<? extends Map<String, ? extends @Nullable Object>> facts, ZonedDateTime asOf) {
        DirectPolicy direct = attempt.policy();
        List<@Nullable Evaluation> evaluations = new ArrayList<>(facts.size());
        List<Map<String, ? extends @Nullable Object>> open = new ArrayList<>();
        for (Map<String, ? extends @Nullable Object> one : facts) {
            Evaluation evaluation = direct == null ? null : direct.evaluate(one, asOf);
            evaluations.add(evaluation);
            if (evaluation == null) {
                open.add(one);
            }
        }
        Iterator<Evaluation> answered = byWorkers(open, asOf).iterator();
        return evaluations.stream()
                .map(evaluation -> evaluation == null ? answered.next() : evaluation)
                .toList();
    }

    private List<Evaluation> byWorkers(
            List<? extends Map<String, ? extends @Nullable Object>> facts, ZonedDateTime asOf) {
        List<Evaluation> evaluations = new ArrayList<>(facts.size());
        for (int begin = 0; begin < facts.size(); begin += CHUNK) {
            evaluations.addAll(chunk(facts.subList(begin, Math.min(facts.size(), begin + CHUNK)), asOf));
        }
        return evaluations;
    }

    private List<Evaluation> chunk(List<? extends Map<String, ? extends @Nullable Object>> facts, ZonedDateTime asOf) {
        JsonNode body = Frames.JSON.valueToTree(
                new Operation.Batch(facts.stream().map(this::asked).toList(), asOf.toString()));
        try {
            return Frames.JSON.convertValue(
                    engine.run(standing, Operation.DECIDE, texts, body), new TypeReference<List<Evaluation>>() {});
        } catch (ModelStoppedException | QuarantinedException e) {
            return facts.size() == 1
                    ? List.of(unanswered(e))
                    : facts.stream()
                            .map(one -> chunk(List.of(one), asOf).get(0))
                            .toList(); // the others are no worse for one of them
        }
    }

    private ObjectNode asked(Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (description.facts().contains(name)) {
                asked.put(name, value);
            }
        });
        return Wire.json(asked);
    }

    private static Evaluation unanswered(Refusal why) {
        return new Evaluation(null, List.of(), Map.of(), List.of(String.valueOf(why.getMessage())));
    }
}
