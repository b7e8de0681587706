package dev.keyline.engine.compiled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.impl.DMNRuntimeImpl;

/**
 * A model that answers without the engine, as the engine would: the same values, the same rows in the same order. Where the
 * engine would report anything, it gives no answer, and the engine is to be asked. Safe for many threads.
 */
public final class CompiledModel {
    /**
     * What came out.
     *
     * @param decisions by name, in the engine's order
     * @param rows ids of the rows that decided, in the order in which their tables ended
     */
    public record Answer(Map<String, @Nullable Object> decisions, List<String> rows) {}

    /** Of a model that is or is not translated; the reason is null where it is. */
    public record Translation(
            @Nullable CompiledModel model, @Nullable String reason) {}

    /** A decision, and the place of its value. */
    record Decision(String name, int index, Term term, Conversion conversion) {}

    /** What is given, the place of its value, and what it has to be. */
    record Input(String name, int index, Types.Check check) {}

    private final List<Input> inputs;
    private final List<Decision> inOrder;
    private final List<Decision> asListed;
    private final boolean tame;

    CompiledModel(List<Input> inputs, List<Decision> inOrder, List<Decision> asListed, boolean tame) {
        this.inputs = inputs;
        this.inOrder = inOrder;
        this.asListed = asListed;
        this.tame = tame;
    }

    /** Translates a model that the engine has compiled without errors. */
    public static Translation of(DMNRuntime runtime, DMNModel model) {
        try {
            return new Translation(new ModelTranslation((DMNRuntimeImpl) runtime, (DMNModelImpl) model).model(), null);
        } catch (UntranslatableException e) {
            return new Translation(null, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // the engine's parser, on what it did not foresee
            return new Translation(null, e.toString());
        }
    }

    /** Whether what it takes can be counted: nothing in it asks the engine for more than its values are large. */
    public boolean isTame() {
        return tame;
    }

    /**
     * Answers.
     *
     * @param given every input that the model has, by name
     * @param guarded whether nobody vouches for the model: what it asks of the engine's functions is counted before
     * @return null where the engine has to be asked: it has something to say, or the answer takes more than may be taken here
     */
    public @Nullable Answer answer(Map<String, ? extends @Nullable Object> given, boolean guarded) {
        Run run = new Run(inputs.size() + inOrder.size(), guarded);
        @Nullable Object[] results = new @Nullable Object[run.values.length];
        try {
            for (Input input : inputs) {
                Object value = Env.of(null, given.get(input.name())).value();
                if ((value == null && !given.containsKey(input.name()))
                        || !input.check().passes(run, value)) {
                    return null;
                }
                run.values[input.index()] = value;
            }
            for (Decision decision : inOrder) {
                Object value = decision.conversion().apply(run, decision.term().value(run, null));
                results[decision.index()] = value;
                run.values[decision.index()] = Env.of(null, value).value();
                if (guarded) {
                    run.take(Guard.weight(run, value));
                }
            }
        } catch (RuntimeException | StackOverflowError e) { // whatever it is, the engine is asked and says it its way
            return null;
        }
        if (run.isDoubted()) {
            return null;
        }
        Map<String, @Nullable Object> decisions = new LinkedHashMap<>();
        asListed.forEach(decision -> decisions.put(decision.name(), results[decision.index()]));
        return new Answer(decisions, run.selected);
    }
}
