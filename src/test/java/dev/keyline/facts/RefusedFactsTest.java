package dev.keyline.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Vocabulary;
import dev.keyline.http.InputError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedFactsTest {
    private static final Vocabulary VOCABULARY =
            Vocabulary.read(new PolicyText("facts", "dmn/facts/facts.dmn", text(Path.of("dmn/facts/facts.dmn"))));
    private static final FactCatalogue CATALOGUE =
            FactCatalogue.read(VOCABULARY, text(Path.of("dmn/facts/catalogue.yaml")));

    @Test
    void each_wrong_value_is_named_with_its_place_and_the_others_are_read() {
        FactReader reader = new FactReader(CATALOGUE);
        Map<String, Object> read = reader.read(
                Map.of(
                        "employees", -1,
                        "inNegotiation", "yes",
                        "customerSince", "1.2.2020",
                        "marketPosition", "first",
                        "signals", "none",
                        "contacts", List.of(Map.of("id", "c", "hat", "green")),
                        "nps", 40,
                        "firstContractOn", "2020-02-01",
                        "industry", "  "),
                "/facts");

        assertThat(reader.errors())
                .extracting(InputError::pointer)
                .containsExactlyInAnyOrder(
                        "/facts/employees",
                        "/facts/inNegotiation",
                        "/facts/customerSince",
                        "/facts/marketPosition",
                        "/facts/signals",
                        "/facts/contacts/0/hat");
        assertThat(read)
                .containsEntry("nps", new BigDecimal(40))
                .containsEntry("firstContractOn", LocalDate.of(2020, 2, 1))
                .containsEntry("industry", null);
    }

    @Test
    void a_catalogue_that_names_what_the_vocabulary_does_not_define() {
        assertThatThrownBy(() -> FactCatalogue.read(VOCABULARY, "shoeSize: {from: column, column: employees}"))
                .isInstanceOf(BadCatalogueException.class)
                .hasMessageContaining("shoeSize is not defined");
    }

    @Test
    void a_catalogue_with_a_source_or_a_key_that_there_is_not() {
        assertThatThrownBy(() -> FactCatalogue.read(VOCABULARY, "nps: {from: derivation, derive: last, of: weather}"))
                .isInstanceOf(BadCatalogueException.class)
                .hasMessageContaining("no records named weather");
        assertThatThrownBy(() -> FactCatalogue.read(VOCABULARY, "nps: {from: column, colour: red}"))
                .isInstanceOf(BadCatalogueException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("line 1");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
