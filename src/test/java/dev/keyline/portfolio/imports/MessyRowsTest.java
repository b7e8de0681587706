package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessyRowsTest {
    @Inject
    PortfolioImport imports;

    @Inject
    ImportStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothing_is_there() {
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void quoted_delimiters_line_ends_and_quotes_are_part_of_the_text() {
        take(new ImportFile(
                "account.csv",
                "\ufeffid,name,city\r\n1,\"Smith, \"\"the\"\"\nCo\",Ulm\r\n2,B,Bonn".getBytes(StandardCharsets.UTF_8)));

        assertThat(text("select name from account where id = '1'")).isEqualTo("Smith, \"the\"\nCo");
        assertThat(text("select city from account where id = '2'")).isEqualTo("Bonn");
    }

    @Test
    void delimiters_are_found_out() {
        take(Export.file("account.csv", "id;name;city", "1;A, B;Ulm"));
        take(Export.file("person.csv", "id\tname\tkind", "p\tP; Q\texecutive"));
        take(Export.file("product.csv", "sep=;", "id;name", "x;X,Y"));

        assertThat(text("select name from account")).isEqualTo("A, B");
        assertThat(text("select name from person")).isEqualTo("P; Q");
        assertThat(text("select name from product")).isEqualTo("X,Y");
    }

    @Test
    void a_bad_row_is_rejected_with_its_line_and_column_and_good_ones_go_in() {
        ImportReport report = take(Export.file(
                "account.csv",
                "id,name,employees,country",
                "1,\"two",
                "lines\",7,DE",
                "2,B,many,DE",
                "3,,5,Atlantis",
                "4,D,5",
                "1,again,1,DE",
                "5,E,5,Germany"));

        assertThat(report.files())
                .extracting(FileReport::rows, FileReport::inserted, FileReport::rejected)
                .containsExactly(tuple(6, 2, 4));
        assertThat(store.rejected(report.id(), "account.csv"))
                .extracting(RejectedRow::line, RejectedRow::column, RejectedRow::reason)
                .containsExactly(
                        tuple(4, "employees", "'many' is not a whole number written with a decimal point"),
                        tuple(
                                5,
                                "name",
                                "name is empty, and name is required; country 'Atlantis' is no ISO 3166-1 country code of two letters (DE, US, …)"),
                        tuple(6, null, "has 3 cells, and the header has 4"),
                        tuple(7, "id", "'1' stands on line 2 already"));
    }

    @Test
    void rejected_rows_are_had_back_as_a_file_that_can_be_sent_again() {
        ImportReport report = take(Export.file("account.csv", "id;name;employees", "1;A;x", "2;B;2"));

        String back = RejectedFile.text(report, "account.csv", store.rejected(report.id(), "account.csv"));

        assertThat(back.lines())
                .containsExactly(
                        "id;name;employees;rejected_line;rejected_column;rejected_reason",
                        "1;A;x;2;employees;'x' is not a whole number written with a decimal point");
        ImportReport again =
                take(Export.file("account.csv", back.replace(";x;", ";10;").strip()));
        assertThat(again.files())
                .extracting(FileReport::inserted, FileReport::rejected)
                .containsExactly(tuple(1, 0));
    }

    @Test
    void what_a_row_refers_to_must_be_there() {
        ImportReport report = take(
                Export.file(
                        "contract.csv",
                        "id,account_id,starts_on,ends_on,annual_value,currency",
                        "c1,1,2026-01-01,2026-12-31,100,EUR",
                        "c2,9,2026-01-01,2026-12-31,100,EUR",
                        "c3,1,2026-01-01,2025-12-31,100,EUR"),
                Export.file("account.csv", "id,name", "1,A"));

        assertThat(report.files()).extracting(FileReport::file).containsExactly("account.csv", "contract.csv");
        assertThat(reasons(report, "contract.csv"))
                .containsExactly("there is no account '9'", "'2025-12-31' lies before starts_on (2026-01-01)");
    }

    @Test
    void a_reporting_line_may_be_given_in_any_order_but_has_an_end() {
        ImportReport report = take(Export.file(
                "person.csv",
                "id,name,kind,line_manager_id",
                "1,A,account-manager,2",
                "2,B,account-manager,3",
                "3,C,account-manager,1",
                "4,D,account-manager,4",
                "5,E,account-manager,nobody",
                "6,F,account-manager,5"));

        assertThat(reasons(report, "person.csv"))
                .containsExactly(
                        "there is no person '2'",
                        "there is no person '3'",
                        "'1' stands below '3' itself",
                        "'4' is its own id",
                        "there is no person 'nobody'",
                        "there is no person '5'");
    }

    @Test
    void a_file_that_adds_a_column_leaves_the_others_alone() {
        take(Export.file("account.csv", "id,name,city", "1,A,Ulm"));

        ImportReport report = take(Export.file("account.csv", "id,employees", "1,70", "2,5"));

        assertThat(text("select name || city || employees from account")).isEqualTo("AUlm70");
        assertThat(reasons(report, "account.csv"))
                .containsExactly("'2' is no account yet, and the file has no name for a new one");
    }

    @Test
    void what_only_the_database_can_know_is_told_in_words() {
        take(Export.file("account.csv", "id,name", "1,A"));
        take(Export.file(
                "contract.csv",
                "id,account_id,starts_on,ends_on,annual_value,currency",
                "c,1,2026-01-01,2026-12-31,1,EUR"));

        ImportReport report = take(Export.file("contract.csv", "id,ends_on", "c,2020-01-01"));

        assertThat(reasons(report, "contract.csv"))
                .containsExactly("contradicts what is known already (contract check)");
    }

    @Test
    void a_wide_row_is_a_reading_for_each_cell_that_holds_one() {
        take(Export.file("account.csv", "id,name", "1,A"));
        ImportReport report = take(Export.file(
                "usage.csv", "account_id,read_at,active-users,api-calls", "1,2026-11-02,5,", "1,2026-11-09,6,900"));

        assertThat(report.files()).extracting(FileReport::inserted).containsExactly(3);
        assertThat(text("select value::text from usage_reading where metric = 'api-calls'"))
                .isEqualTo("900");
    }

    private ImportReport take(ImportFile... files) {
        return imports.run(List.of(files), imports.mapping("keyline"), "test");
    }

    private List<String> reasons(ImportReport report, String file) {
        return store.rejected(report.id(), file).stream()
                .map(RejectedRow::reason)
                .toList();
    }

    private String text(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
