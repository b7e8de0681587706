package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingErrorsTest {
    private final MappingReader reader = new MappingReader(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"adventureworks", "keyline", "salesforce", "sample"})
    void shipped_mappings_are_sound(String name) {
        assertThat(reader.read(name, ShippedMappings.document(name).orElseThrow())
                        .rules())
                .isNotEmpty();
    }

    @Test
    void the_shipped_mappings_are_those_that_are_named() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("planning/mappings"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ShippedMappings.NAMES);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {match: a.csv, entity: account, fields: {id: x, nmae: y}}                        | /mapping/files/0/fields/nmae            | did you mean 'name'?
                    {match: a.csv, entity: acount, fields: {id: x}}                                  | /mapping/files/0/entity                 | did you mean 'account'?
                    {match: a.csv, entity: account, feilds: {id: x}}                                 | /mapping/files/0/feilds                 | did you mean 'fields'?
                    {match: a.csv, entity: account, fields: {name: x}}                               | /mapping/files/0/fields                 | must map id
                    {match: a.csv, entity: account, fields: {id: {}}}                                | /mapping/files/0/fields/id              | one of column, columns and constant
                    {match: a.csv, entity: account, fields: {id: {column: x, colour: y}}}            | /mapping/files/0/fields/id/colour       | is no key here
                    {match: a.csv, entity: account, fields: {id: x, country: {constant: XX}}}        | /mapping/files/0/fields/country         | 'XX' is no ISO 3166-1
                    {match: a.csv, entity: contact, fields: {id: x, sentiment: {column: s, values: {Hot: fine}}}} | /mapping/files/0/fields/sentiment/values/Hot | is none of positive
                    {match: a.csv, entity: account, dates: [ddd], fields: {id: x}}                   | /mapping/files/0/dates                  | is no date pattern
                    {match: a.csv, entity: account, zone: Mars, fields: {id: x}}                     | /mapping/files/0/zone                   | is no time zone
                    {match: a.csv, entity: account, numbers: dot, fields: {id: x}}                   | /mapping/files/0/numbers                | neither point
                    {match: a.csv, entity: account, delimiter: ab, fields: {id: x}}                  | /mapping/files/0/delimiter              | must be auto
                    {match: a.csv, entity: account, fields: {id: x}, attributes: {fit: {column: f}}} | /mapping/files/0/attributes/fit         | must have a type
                    {match: a.csv, entity: contact, fields: {id: x}, attributes: {}}                 | /mapping/files/0/attributes             | only accounts
                    {match: a.csv, entity: account}                                                  | /mapping/files/0                        | must have fields
                    {match: '[', entity: account, fields: {id: x}}                                   | /mapping/files/0/match                  | is no file name pattern
                    {match: a.csv, entity: usage, fields: {account_id: a, read_at: b, metric: c}}    | /mapping/files/0/fields                 | must map value
                    5                                                                                | /mapping/files/0                        | must be an object
                    """)
    void an_error_names_its_place(String file, String pointer, String message) {
        assertThat(errors("files: [" + file + "]")).anySatisfy(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void several_errors_are_told_at_once() {
        assertThat(errors("anchor: soon\nzone: Mars\nfiles: [{match: a.csv}]"))
                .extracting(InputError::pointer)
                .containsExactlyInAnyOrder("/mapping/zone", "/mapping/anchor", "/mapping/files/0");
    }

    @Test
    void a_document_that_cannot_be_read_names_the_line() {
        assertThat(errors("files:\n  - {match: a.csv\n entity: b").get(0).message())
                .startsWith("cannot be read as YAML or JSON at line");
        assertThat(errors("{\"files\": 1, \"files\": 2}").get(0).message()).contains("Duplicate");
        assertThat(errors("kexline").get(0).message()).contains("did you mean 'keyline'?");
        assertThat(errors("extends: kexline").get(0).pointer()).isEqualTo("/mapping/extends");
    }

    @Test
    void a_mapping_that_extends_another_replaces_its_elements() {
        Mapping mapping = reader.read(
                "document", "{extends: keyline, files: [{match: ticket.csv, entity: ticket, fields: {id: Nr}}]}");

        assertThat(mapping.rulesFor("ticket.csv"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.fields()).containsOnlyKeys("id"));
        assertThat(mapping.rulesFor("ACCOUNT.CSV")).hasSize(1);
    }

    private List<InputError> errors(String document) {
        BadInputException refused =
                catchThrowableOfType(BadInputException.class, () -> reader.read("document", document));
        assertThat(refused).as("refusal of %s", document).isNotNull();
        return refused.errors();
    }
}
