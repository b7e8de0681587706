package dev.keyline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.facts.RuleFacts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The records that rules match on and the vocabulary that DMN imports say the same. */
class FactRecordsTest {
    private static final Map<Type, FactType.Kind> KINDS = Map.of(
            String.class, FactType.Kind.TEXT,
            BigDecimal.class, FactType.Kind.NUMBER,
            Integer.class, FactType.Kind.NUMBER,
            int.class, FactType.Kind.NUMBER,
            boolean.class, FactType.Kind.BOOLEAN,
            LocalDate.class, FactType.Kind.DATE,
            Instant.class, FactType.Kind.DATE_TIME);

    @Test
    void every_record_has_the_components_of_its_fact() {
        Vocabulary vocabulary = Vocabulary.read(Shipped.VOCABULARY);
        RuleFacts records = new RuleFacts();
        Stream.of(records.byFact(), records.conclusions())
                .forEach(byFact -> byFact.forEach((fact, type) -> {
                    FactType defined =
                            vocabulary.find(fact).orElseThrow(() -> new AssertionError(fact + " is not defined"));
                    assertThat(componentsOf(type)).as(fact).isEqualTo(componentsOf(defined));
                }));
    }

    @Test
    void every_component_of_a_record_of_single_facts_is_the_fact_of_its_name() {
        Vocabulary vocabulary = Vocabulary.read(Shipped.VOCABULARY);
        assertThat(new RuleFacts().ofSingleFacts())
                .isNotEmpty()
                .allSatisfy(type -> componentsOf(type)
                        .forEach((name, kind) -> assertThat(vocabulary.find(name))
                                .as(name)
                                .hasValueSatisfying(fact -> assertThat((fact.list() ? "list of " : "") + fact.kind())
                                        .isEqualTo(kind))));
    }

    private static Map<String, String> componentsOf(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> wordOf(component.getGenericType())));
    }

    private static String wordOf(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? "list of " + KINDS.get(list.getActualTypeArguments()[0])
                : String.valueOf(KINDS.get(type));
    }

    private static Map<String, String> componentsOf(FactType type) {
        return type.components().stream()
                .collect(Collectors.toMap(
                        FactType::name, component -> (component.list() ? "list of " : "") + component.kind()));
    }
}
