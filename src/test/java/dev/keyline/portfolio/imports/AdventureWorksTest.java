package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdventureWorksTest {
    @Inject
    PortfolioImport imports;

    @Inject
    Jdbi jdbi;

    private ImportReport first;

    @BeforeEach
    void imported() {
        EmptyPortfolio.make(jdbi);
        first = take();
    }

    @Test
    void every_account_person_and_assignment_is_taken() {
        assertThat(first.rejected()).isZero();
        assertThat(first.files())
                .extracting(FileReport::entity, FileReport::inserted)
                .containsExactly(
                        tuple("person", 3), tuple("person", 14), tuple("account", 701), tuple("assignment", 701));
    }

    @Test
    void columns_that_nobody_asked_for_are_named() {
        assertThat(first.files().get(0).ignoredColumns())
                .containsExactly("sales_quota", "bonus", "commission_pct", "sales_ytd", "sales_last_year");
    }

    @Test
    void the_same_files_again_change_nothing() {
        assertThat(take().files())
                .extracting(FileReport::inserted, FileReport::updated, FileReport::unchanged)
                .containsExactly(tuple(0, 0, 3), tuple(0, 0, 14), tuple(0, 0, 701), tuple(0, 0, 701));
        assertThat(number("select max(revision) from account")).isEqualTo(number("select min(revision) from account"));
    }

    @Test
    void a_representative_reports_to_the_manager_of_the_group() {
        assertThat(text("select line_manager_id from person where id = '290'")).isEqualTo("287");
        assertThat(text("select array_to_string(regions, ',') from person where id = '287'"))
                .isEqualTo("France,Germany,United Kingdom");
    }

    @Test
    void attributes_have_their_types() {
        assertThat(text("select attributes ->> 'squareFeet' from account where id = '292'"))
                .isEqualTo("21000");
        assertThat(text("select jsonb_typeof(attributes -> 'squareFeet') from account where id = '292'"))
                .isEqualTo("number");
        assertThat(text("select unit from attribute_definition where name = 'squareFeet'"))
                .isEqualTo("square feet");
    }

    private ImportReport take() {
        List<ImportFile> files = Export.in("planning/adventureworks", "accounts.csv", "account_managers.csv");
        return imports.run(files, imports.mapping("adventureworks"), "test");
    }

    private String text(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
