package dev.keyline.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.engine.RejectedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DmnDocumentTest {
    private static final Path ENGAGEMENT = Path.of("dmn/engagement/engagement-model.dmn");

    @Test
    void a_table_is_read_as_it_was_written() throws IOException {
        TableText table = careByTier(shipped());

        assertThat(table.decision()).isEqualTo("care by tier");
        assertThat(table.hitPolicy()).isEqualTo("UNIQUE");
        assertThat(table.inputs().get(0).expression()).isEqualTo("tier");
        assertThat(table.inputs().get(0).type()).isEqualTo("string");
        assertThat(table.outputs())
                .extracting(TableText.Output::name)
                .containsExactly("qbrsPerYear", "touchEveryDays", "sponsor", "points");
        TableText.Row first = table.rows().get(0);
        assertThat(first.id()).isEqualTo("care-tier-1");
        assertThat(first.conditions()).containsExactly("\"Tier 1\"");
        assertThat(first.conclusions()).containsExactly("4", "7", "true", "10");
        assertThat(first.annotations()).hasSize(1);
    }

    @Test
    void rewriting_one_cell_leaves_everything_else_as_it_was() throws IOException {
        DmnDocument document = shipped();
        TableText table = careByTier(document);
        List<TableText.Row> rows = new ArrayList<>(table.rows());
        TableText.Row first = rows.get(0);
        rows.set(
                0,
                new TableText.Row(
                        first.id(), first.conditions(), List.of("5", "7", "true", "10"), first.annotations()));
        String before = document.text();

        document.replaceRows(table.withRows(rows));

        assertThat(document.text()).isEqualTo(before.replaceFirst("(id=\"care-tier-1-out-1\">\\s*<text>)4", "$15"));
    }

    @Test
    void rows_can_be_added_moved_and_removed() throws IOException {
        DmnDocument document = shipped();
        TableText table = careByTier(document);
        List<TableText.Row> rows = new ArrayList<>(table.rows());
        rows.remove(1);
        rows.add(
                0,
                new TableText.Row(
                        "care-new", List.of("\"A & B\" < 3"), List.of("1", "2", "false", "3"), List.of("new")));

        document.replaceRows(table.withRows(rows));

        TableText read = careByTier(DmnDocument.read("again.dmn", document.text()));
        assertThat(read).isEqualTo(table.withRows(rows));
    }

    @Test
    void what_is_not_well_formed_is_refused_with_its_place() {
        assertThatThrownBy(() -> DmnDocument.read("x.dmn", "<a>\n<b></a>"))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_doctype_is_refused() {
        assertThatThrownBy(() ->
                        DmnDocument.read("x.dmn", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("DOCTYPE");
    }

    private static DmnDocument shipped() throws IOException {
        return DmnDocument.read(ENGAGEMENT.toString(), Files.readString(ENGAGEMENT));
    }

    private static TableText careByTier(DmnDocument document) {
        return document.tables().stream()
                .filter(table -> table.decision().equals("care by tier"))
                .findFirst()
                .orElseThrow();
    }
}
