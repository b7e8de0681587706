package dev.keyline.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The table form means what the engine does. */
class TableFormTest {
    private static final Set<String> NAMES = Set.of("score", "days to renewal");

    @Test
    void tables_made_by_chance_answer_as_stock_kie_answers() {
        Random random = new Random(20260331);
        for (int i = 0; i < 120; i++) {
            GeneratedTable generated = GeneratedTable.of(random);
            DecisionTable meant = generated.meant();
            DMNRuntime stock = stock(generated.model());
            List<List<Object>> cases = generated.cases(generated);
            for (int n = 0; n < 40; n++) {
                List<Object> values = cases.get(random.nextInt(cases.size()));
                String expected = stock(stock, generated.inputs(values));

                assertThat(answer(meant, values))
                        .as("%s in %s", values, generated.model())
                        .isEqualTo(expected);
                assertThat(generated.answer(values)).isEqualTo(expected);
            }
        }
    }

    private static DMNRuntime stock(String model) {
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(model))
                        .setSourcePath("g.dmn")))
                .getOrElseThrow(IllegalStateException::new);
    }

    private static String stock(DMNRuntime stock, Map<String, Object> inputs) {
        DMNContext context = stock.newContext();
        inputs.forEach(context::set);
        DMNResult result = stock.evaluateAll(stock.getModels().get(0), context);
        return result.hasErrors()
                ? "error"
                : String.valueOf(result.getDecisionResultByName("d").getResult());
    }

    private static String answer(DecisionTable table, List<Object> values) {
        List<DecisionTable.Rule> matching = table.rules().stream()
                .filter(rule -> IntStream.range(0, values.size())
                        .allMatch(i -> rule.conditions().get(i).matches(values.get(i))))
                .toList();
        String text = Answer.of(table, matching).text();
        return text.startsWith("error") ? "error" : text;
    }

    private static Condition parsed(String cell) {
        return UnaryTests.parse(cell, NAMES);
    }

    @Test
    void literals_of_every_kind_are_read_with_all_their_digits() {
        assertThat(parsed("12345678901234567890.0123456789"))
                .isEqualTo(new Condition.Is(new BigDecimal("12345678901234567890.0123456789")));
        assertThat(parsed("\"a \\\"b\\\" \\u00e9, not(1)\"")).isEqualTo(new Condition.Is("a \"b\" é, not(1)"));
        assertThat(parsed("date( \"2026-02-28\" )")).isEqualTo(new Condition.Is(LocalDate.of(2026, 2, 28)));
        assertThat(parsed("@\"P1DT2H\"")).isEqualTo(new Condition.Is(Duration.ofHours(26)));
        assertThat(parsed("duration(\"P1Y2M\")")).isEqualTo(new Condition.Is(Period.of(1, 2, 0)));
        assertThat(parsed("date and time(\"2026-02-28T10:00:00\")")
                        .matches(LocalDate.of(2026, 2, 28).atTime(10, 0)))
                .isTrue();
        assertThat(parsed("null").matches(null)).isTrue();
        assertThat(parsed("= null").matches(null)).isFalse();
    }

    @Test
    void reversed_brackets_leave_the_ends_out() {
        assertThat(parsed("]4..5[")).isEqualTo(parsed("(4..5)"));
        assertThat(parsed("[4..5[, ]6..7]")).isEqualTo(parsed("[4..5), (6..7]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> score",
                "< days to renewal",
                "? > 5",
                "[score..10]",
                "score + 1",
                "not(score)",
                "5, score",
                "date(2026, 1, 1)",
                "time(\"10:00:00\")",
                "@\"2026-01-01T00:00:00Z\"",
                "not(5), 6",
                "some x in [1, 2] satisfies x = ?"
            })
    void what_is_not_made_of_literals_is_opaque(String cell) {
        assertThat(parsed(cell)).isInstanceOf(Condition.Opaque.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'>= = 10', 4",
                "'> = 5', 3",
                "'<', 2",
                "'1,,2', 3",
                "'5 5', 3",
                "'[1..2', 6",
                "'\"open', 1",
                "'not()', 5",
                "'', 1",
                "'date(\"2026-02-30\")', 1",
                "'5, date(\"2026-13-01\")', 4",
                "'1 +', 4",
                "'-, 5', 2"
            })
    void a_cell_that_does_not_parse_is_refused_with_its_place(String cell, int column) {
        CellSyntaxException refused = catchThrowableOfType(CellSyntaxException.class, () -> parsed(cell));

        assertThat(refused).as(cell).isNotNull();
        assertThat(refused.column()).as(refused.getMessage()).isEqualTo(column);
    }

    @Test
    void a_cell_too_long_or_too_deep_never_reaches_the_engine() {
        assertThat(catchThrowableOfType(CellSyntaxException.class, () -> parsed("(".repeat(100) + "1")))
                .hasMessageContaining("32 brackets");
        assertThat(catchThrowableOfType(CellSyntaxException.class, () -> parsed("1+".repeat(3000))))
                .hasMessageContaining("4000 characters");
    }
}
