package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.DmnModels;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import dev.keyline.engine.RowHit;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What workers do: pure functions of texts and a body, from JSON to JSON. */
public enum Operation {
    /** What a policy asks for, and its rows; its own text comes first, its vocabulary last. */
    DESCRIBE(null, (texts, body) -> {
        CompiledPolicy policy = texts.policy();
        return Frames.JSON.valueToTree(new Description(policy.facts(), policy.rows()));
    }),

    /** A policy's evaluations of many facts. */
    DECIDE(DESCRIBE, (texts, body) -> {
        Batch batch = Frames.JSON.convertValue(body, Batch.class);
        return Frames.JSON.valueToTree(texts.policy()
                .evaluateAll(batch.facts().stream().map(Wire::facts).toList(), ZonedDateTime.parse(batch.asOf())));
    }),

    /** Compiles models. */
    PREPARE(null, (texts, body) -> {
        texts.models();
        return NullNode.getInstance();
    }),

    /** A model's answer to a {@link Question}. */
    ANSWER(PREPARE, (texts, body) -> {
        Asked asked = Frames.JSON.convertValue(body, Asked.class);
        return Frames.JSON.valueToTree(texts.models().evaluate(asked.question()));
    }),

    /** Everything that is wrong with models, as a list of {@link dev.keyline.engine.Finding}. */
    PROBLEMS(null, (texts, body) -> Frames.JSON.valueToTree(DmnModels.problems(texts.all())));

    private final @Nullable Operation preparation;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiFunction<Texts, JsonNode, JsonNode> function;

    Operation(@Nullable Operation preparation, BiFunction<Texts, JsonNode, JsonNode> function) {
        this.preparation = preparation;
        this.function = function;
    }

    /** What is done first where texts are new to a worker, within a compilation's budget; null: this compiles itself. */
    @Nullable
    Operation preparation() {
        return preparation;
    }

    JsonNode apply(Texts texts, JsonNode body) {
        return function.apply(texts, body);
    }

    /** What an operation works on: compiled when first asked for, and kept. */
    interface Texts {
        List<PolicyText> all();

        CompiledPolicy policy();

        DmnModels models();
    }

    record Description(Set<String> facts, List<RowHit> rows) {}

    record Batch(List<ObjectNode> facts, String asOf) {}

    record Asked(
            ObjectNode context,
            @Nullable String decision,
            @Nullable String decisionService,
            String asOf) {
        static Asked of(Question question) {
            return new Asked(
                    question.context(),
                    question.decision(),
                    question.decisionService(),
                    question.asOf().toString());
        }

        Question question() {
            return new Question(context, decision, decisionService, ZonedDateTime.parse(asOf));
        }
    }
}
