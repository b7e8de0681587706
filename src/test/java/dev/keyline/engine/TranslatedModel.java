package dev.keyline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.compiled.CompiledModel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;

/** Any model beside its translation. */
public final class TranslatedModel {
    private static final ZonedDateTime AS_OF = LocalDate.of(2026, 3, 2).atStartOfDay(ZoneOffset.UTC);

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final CompiledModel.Translation translation;
    private final SelectedRows selectedRows = new SelectedRows();
    private final ModelValues values = new ModelValues();

    private TranslatedModel(DMNRuntime runtime, DMNModel model) {
        this.runtime = runtime;
        this.model = model;
        this.translation = CompiledModel.of(runtime, model);
        runtime.addListener(selectedRows);
    }

    /** Compiles models, the first of which is asked. */
    public static TranslatedModel compile(List<PolicyText> texts) {
        PolicyText own = texts.get(0);
        DMNRuntime runtime =
                DmnTexts.runtime(own, texts.subList(1, texts.size()).toArray(PolicyText[]::new));
        return new TranslatedModel(
                runtime,
                runtime.getModels().stream()
                        .filter(model -> own.path().equals(model.getResource().getSourcePath()))
                        .findFirst()
                        .orElseThrow());
    }

    /** Why it is not translated; null where it is. */
    public @Nullable String reason() {
        return translation.reason();
    }

    /** Asserts that both answer the same; answers whether the translation answers at all. */
    public boolean assertSame(String what, ObjectNode context) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        context.properties()
                .forEach(entry -> given.put(
                        entry.getKey(), values.read(entry.getValue(), DmnModels.type(model, entry.getKey()))));
        CompiledModel compiled = translation.model();
        if (compiled == null || given.keySet().stream().anyMatch(name -> model.getInputByName(name) == null)) {
            return false;
        }
        boolean answered = false;
        for (boolean guarded : new boolean[] {true, false}) {
            CompiledModel.Answer answer = AsOf.during(AS_OF, () -> compiled.answer(given, guarded));
            if (answer != null) {
                answered = true;
                assertSame(what, given, answer);
            }
        }
        return answered;
    }

    private void assertSame(String what, Map<String, @Nullable Object> given, CompiledModel.Answer answer) {
        DMNContext context = runtime.newContext();
        given.forEach(context::set);
        selectedRows.begin();
        DMNResult expected = AsOf.during(AS_OF, () -> runtime.evaluateAll(model, context));
        List<String> rows = selectedRows.end();
        assertThat(expected.getMessages()).as(what).isEmpty();
        assertThat(answer.rows().stream().distinct().toList())
                .as(what)
                .isEqualTo(rows.stream().distinct().toList());
        for (DMNDecisionResult decision : expected.getDecisionResults()) {
            assertThat(plain(answer.decisions().get(decision.getDecisionName())))
                    .as("%s: %s of %s", what, decision.getDecisionName(), given)
                    .isEqualTo(plain(decision.getResult()));
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        try {
            return Plain.of(value);
        } catch (NotPlainException e) {
            return "a function";
        }
    }
}
