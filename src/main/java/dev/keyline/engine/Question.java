package dev.keyline.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a model.
 *
 * @param context values of input data, and of decisions that are not to be made, by name; each is read as the model
 *     types it, and {@code {"feel": "…"}} as the FEEL it holds
 * @param decision the decision to make; null for every one, or for a service
 * @param decisionService the service to call; null for none
 * @param asOf what {@code today()} and {@code now()} return
 */
public record Question(
        ObjectNode context,
        @Nullable String decision,
        @Nullable String decisionService,
        ZonedDateTime asOf) {

    private static final ObjectMapper JSON =
            new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** A question whose context is what a reader of JSON makes of an object. */
    public static Question of(
            Map<String, ? extends @Nullable Object> context,
            @Nullable String decision,
            @Nullable String decisionService,
            ZonedDateTime asOf) {
        return new Question(JSON.valueToTree(context), decision, decisionService, asOf);
    }

    /**
     * What a model answers.
     *
     * @param results by decision; values are what JSON has
     * @param messages what the engine says about the model and this evaluation
     */
    public record Answer(Map<String, @Nullable Object> results, List<Finding> messages) {}
}
