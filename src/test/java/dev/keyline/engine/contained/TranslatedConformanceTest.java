package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.TranslatedModel;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published conformance models, as far as they are translated, answer what the engine answers. */
class TranslatedConformanceTest {
    @Test
    void what_is_translated_answers_as_the_engine_does() {
        int models = 0;
        int questions = 0;
        int direct = 0;
        Map<String, Integer> reasons = new TreeMap<>();
        for (ConformanceCases.Suite suite : ConformanceCases.all()) {
            TranslatedModel model = TranslatedModel.compile(suite.texts());
            if (model.reason() != null) {
                reasons.merge(suite.directory() + ": " + model.reason(), 1, Integer::sum);
                continue;
            }
            models++;
            for (ObjectNode context : suite.cases().stream()
                    .map(ConformanceCases.Case::context)
                    .distinct()
                    .toList()) {
                questions++;
                direct += model.assertSame(suite.directory(), context) ? 1 : 0;
            }
        }
        reasons.forEach((reason, times) -> System.out.println("left to the engine: " + reason));
        System.out.printf(
                "conformance: %d models translated, %d left to the engine; %d of %d questions answered directly%n",
                models, reasons.size(), direct, questions);
        assertThat(models).isGreaterThan(20);
        assertThat(direct).isGreaterThan(20);
    }
}
