package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

class ValuesOverJsonTest {
    private static final ContainedEngine CONTAINED = Models.engine();

    @AfterAll
    static void end() {
        CONTAINED.close();
    }

    @Test
    void facts_reach_a_worker_as_they_were() throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("text", "a");
        facts.put("number", new BigDecimal("1234567890123456789012345678901234.50"));
        facts.put("truth", true);
        facts.put("nothing", null);
        facts.put("date", LocalDate.of(2026, 1, 31));
        facts.put("time", LocalTime.of(10, 0));
        facts.put("offset time", OffsetTime.parse("10:00+01:00"));
        facts.put("local", LocalDateTime.parse("2026-01-31T10:00"));
        facts.put("offset", OffsetDateTime.parse("2026-01-31T10:00+01:00"));
        facts.put("zoned", Models.AS_OF);
        facts.put("days", Duration.ofHours(36));
        facts.put("months", Period.ofMonths(14));
        facts.put("engine's months", ComparablePeriod.parse("P1Y2M"));
        facts.put("list", Arrays.asList(LocalDate.of(2026, 1, 31), null, List.of()));
        facts.put("record", Map.of("@LocalDate", "no date", "@@", List.of(Map.of("@Duration", "none"))));
        JsonNode sent = Frames.JSON.readTree(Frames.JSON.writeValueAsBytes(Wire.json(facts)));
        assertThat(Wire.facts(sent)).isEqualTo(facts);
        assertThatThrownBy(() -> Wire.json(Map.of("a", new Object()))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    date               | 2026-01-31
                    time               | 10:00:00
                    time               | 10:00:00+01:00
                    time               | 10:00:00@Europe/Berlin
                    date and time      | 2026-01-31T10:00:00
                    date and time      | 2026-01-31T10:00:00Z
                    date and time      | 2026-01-31T10:00:00.123+01:00
                    date and time      | 2026-01-31T10:00:00@Europe/Berlin
                    years and months duration | P1Y2M
                    days and time duration    | P1DT2H
                    string             | 2026-01-31
                    """)
    void what_comes_out_can_go_in_again(String type, String value) {
        assertThat(answer(Models.asking(Map.of("a", type), "a"), "a", value)).isEqualTo(value);
        PolicyText typed = Models.asking(Map.of("a", type), "a instance of " + type);
        assertThat(answer(typed, "a", value)).isEqualTo(true);
    }

    @Test
    void numbers_keep_their_digits_and_contexts_and_lists_their_shape() {
        PolicyText model = Models.asking(Map.of("a", "Any"), "{sum: a.n + 0.1, same: a, nothing: null}");
        Map<String, Object> given =
                Map.of("n", new BigDecimal("12345678901234567890.12345"), "l", List.of(1, List.of()));
        assertThat(answer(model, "a", given))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("sum", new BigDecimal("12345678901234567890.22345"))
                .containsEntry("nothing", null)
                .containsEntry(
                        "same",
                        Map.of(
                                "n",
                                new BigDecimal("12345678901234567890.12345"),
                                "l",
                                List.of(BigDecimal.ONE, List.of())));
    }

    @Test
    void a_value_of_another_type_than_the_models_stays_what_it_is() {
        assertThat(answer(Models.asking(Map.of("a", "date"), "a"), "a", "no date"))
                .isEqualTo("no date");
        assertThat(answer(Models.asking(Map.of("a", "date"), "a"), "a", 5)).isEqualTo(BigDecimal.valueOf(5));
    }

    @Test
    void ranges_are_text_and_functions_have_none() {
        assertThat(Models.answer(CONTAINED, Models.deciding("range", "[1..10)")))
                .isEqualTo("[ 1 .. 10 )");
        Question.Answer answer =
                CONTAINED.evaluate(List.of(Models.deciding("function", "function(a) a + 1")), Models.everything());
        assertThat(answer.results()).containsEntry("function", null);
        assertThat(answer.messages()).anyMatch(message -> message.text().contains("has no JSON"));
    }

    private static Object answer(PolicyText model, String name, Object value) {
        return CONTAINED
                .evaluate(List.of(model), Question.of(Map.of(name, value), null, null, Models.AS_OF))
                .results()
                .get("answer");
    }
}
