package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HostileFilesTest {
    @Inject
    PortfolioImport imports;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothing_is_there() {
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void no_file_is_refused() {
        assertThat(refusal()).isEqualTo("there is no file: send at least one part called file, with a file name");
    }

    @Test
    void a_file_without_content_is_refused() {
        assertThat(refusal(bytes("account.csv", new byte[0]))).isEqualTo("account.csv is empty");
        assertThat(refusal(text("account.csv", "\ufeff\n\n"))).isEqualTo("account.csv is empty");
        assertThat(refusal(text("account.csv", "id,name\n"))).isEqualTo("account.csv has a header and no rows");
    }

    @Test
    void a_file_that_nothing_is_made_of_is_refused() {
        assertThat(refusal(text("notes.csv", "id,name\n1,a\n")))
                .startsWith("notes.csv matches no pattern of the mapping");
    }

    @Test
    void a_file_that_is_there_twice_is_refused() {
        ImportFile file = text("account.csv", "id,name\n1,a\n");

        assertThat(refusal(file, file)).isEqualTo("account.csv is there twice");
    }

    @Test
    void a_header_with_twins_is_refused() {
        assertThat(refusal(text("account.csv", "id,name,name\n1,a,b\n")))
                .isEqualTo("account.csv has the column 'name' twice");
    }

    @Test
    void another_encoding_is_refused_with_its_line() {
        byte[] latin = "id,name\n1,ok\n2,M\u00fcller\n".getBytes(Charset.forName("ISO-8859-1"));
        byte[] wide = "id,name\n1,a\n".getBytes(StandardCharsets.UTF_16);

        assertThat(refusal(bytes("account.csv", latin))).contains("is not UTF-8 at line 3");
        assertThat(refusal(bytes("account.csv", wide))).contains("is UTF-16");
    }

    @Test
    void what_is_no_text_is_refused() {
        assertThat(refusal(bytes("account.csv", new byte[] {'P', 'K', 3, 4, 9})))
                .contains("is an Excel workbook");
        assertThat(refusal(text("account.csv", "id,name\n1,a\u0000b\n"))).contains("a control character at line 2");
    }

    @Test
    void quotes_that_do_not_close_are_refused_with_their_line() {
        assertThat(refusal(text("account.csv", "id,name\n1,\"a\n2,b\n")))
                .contains("not well formed")
                .contains("line 2");
    }

    @Test
    void a_key_without_a_column_is_refused() {
        assertThat(refusal(text("account.csv", "number,name\n1,a\n")))
                .isEqualTo("account.csv has no column id, without which there is no account");
    }

    @Test
    void a_mapped_column_that_is_missing_is_refused_with_its_place() {
        String mapping = "files: [{match: a.csv, entity: account, fields: {id: Id, name: Nmae}}]";

        assertThat(refusals(mapping, text("a.csv", "Id,Name\n1,a\n")).get(0).message())
                .isEqualTo(
                        "a.csv has no column 'Nmae', which the mapping names at /mapping/files/0/fields/name; did you mean 'Name'?");
    }

    @Test
    void one_bad_file_keeps_all_others_out() {
        List<InputError> errors =
                refusals("keyline", text("account.csv", "id,name\n1,a\n"), text("contact.csv", "id\n"));

        assertThat(errors).extracting(InputError::pointer).containsExactly("/file/1");
        assertThat(accounts()).isZero();
    }

    @Test
    void an_attribute_keeps_its_type() {
        jdbi.useHandle(
                handle -> handle.execute("insert into attribute_definition (name, type) values ('fleet', 'text')"));
        String mapping =
                "files: [{match: a.csv, entity: account, fields: {id: Id}, attributes: {fleet: {column: F, type: number}}}]";

        assertThat(refusals(mapping, text("a.csv", "Id,F\n1,2\n")).get(0).message())
                .contains("maps the attribute fleet with another type than it has already (text)");
    }

    private String refusal(ImportFile... files) {
        return refusals("keyline", files).get(0).message();
    }

    private List<InputError> refusals(String mapping, ImportFile... files) {
        BadInputException refused = catchThrowableOfType(
                BadInputException.class, () -> imports.run(List.of(files), imports.mapping(mapping), "test"));
        assertThat(refused).isNotNull();
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from portfolio_import")
                                .mapTo(Long.class)
                                .one()))
                .isZero();
        return refused.errors();
    }

    private long accounts() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from account")
                .mapTo(Long.class)
                .one());
    }

    private static ImportFile text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportFile bytes(String name, byte[] content) {
        return new ImportFile(name, content);
    }
}
