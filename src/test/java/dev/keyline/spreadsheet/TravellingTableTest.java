package dev.keyline.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.engine.table.TableText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that nobody edits comes back as it went, through either kind of file. */
class TravellingTableTest {
    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void every_shipped_table_comes_back_as_it_went(SheetFormat format) {
        List<TableText> shipped = SheetTables.shipped().toList();

        assertThat(shipped)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(roundTrip(format, table)).isEqualTo(table));
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void text_that_looks_like_something_else_comes_back_as_it_went(SheetFormat format) {
        assertThat(roundTrip(format, SheetTables.AWKWARD)).isEqualTo(SheetTables.AWKWARD);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void a_table_without_rows_comes_back_without_rows(SheetFormat format) {
        TableText empty = SheetTables.DISCOUNTS.withRows(List.of());

        assertThat(roundTrip(format, empty)).isEqualTo(empty);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void the_largest_table_comes_back_as_it_went(SheetFormat format) {
        TableText large = SheetTables.DISCOUNTS.withRows(IntStream.range(0, 20_000)
                .mapToObj(i -> new TableText.Row("r-" + i, List.of("= " + i, "-"), List.of("0.1"), List.of("why " + i)))
                .toList());

        assertThat(roundTrip(format, large)).isEqualTo(large);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void blank_cells_of_a_row_stay_blank(SheetFormat format) {
        TableText blank = SheetTables.DISCOUNTS.withRows(
                List.of(new TableText.Row("b", List.of("", "-"), List.of(""), List.of(""))));

        assertThat(roundTrip(format, blank)).isEqualTo(blank);
    }

    @Test
    void another_program_finds_every_cell_to_be_text_that_no_edit_makes_a_formula() throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(SheetFormat.XLSX.write(SheetTables.AWKWARD)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("discounts");
            assertThat(sheet.getRow(SheetTables.FIRST_ROW).getCell(3 + 1).getStringCellValue())
                    .isEqualTo("=HYPERLINK(\"http://x\";\"y\")");
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                }
            }
            assertThat(sheet.getColumnStyle(1).getDataFormatString())
                    .as("format of rows that are still to be typed")
                    .isEqualTo("@");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo(TableLayout.HEADER_ROWS);
        }
    }

    @Test
    void another_program_that_saves_the_file_changes_nothing() {
        byte[] saved = SheetTables.edited(SheetFormat.XLSX.write(SheetTables.AWKWARD), sheet -> {});

        assertThat(SheetFormat.XLSX.read(saved, SheetTables.AWKWARD, Set.of(), SheetTables.TYPES))
                .isEqualTo(SheetTables.AWKWARD);
    }

    @Test
    void no_cell_of_a_csv_starts_a_formula() {
        String csv = new String(SheetFormat.CSV.write(SheetTables.AWKWARD), StandardCharsets.UTF_8);

        assertThat(csv).contains("'=HYPERLINK", "'@SUM", "'-1", "'+1", "'= 3", "''=quoted");
        assertThat(csv.lines().flatMap(line -> Stream.of(line.split("[,;]", -1))))
                .noneMatch(cell -> cell.replaceFirst("^\"", "").matches("[=+@\\t].*|-.+"));
    }

    @Test
    void a_csv_of_another_country_is_read_too() {
        String comma = new String(SheetFormat.CSV.write(SheetTables.DISCOUNTS), StandardCharsets.UTF_8);
        String semicolon = comma.substring(1)
                .replace("\">= 0, < 1\"", ">= 0# < 1")
                .replace(",", ";")
                .replace("#", ",");

        assertThat(SheetFormat.CSV.read(
                        semicolon.getBytes(StandardCharsets.UTF_8), SheetTables.DISCOUNTS, Set.of(), SheetTables.TYPES))
                .isEqualTo(SheetTables.DISCOUNTS);
    }

    @Test
    void equal_tables_are_equal_files() {
        TableText equal = SheetTables.DISCOUNTS.withRows(SheetTables.DISCOUNTS.rows());

        assertThat(SheetFormat.XLSX.write(equal)).isEqualTo(SheetFormat.XLSX.write(SheetTables.DISCOUNTS));
    }

    private static TableText roundTrip(SheetFormat format, TableText table) {
        return format.read(format.write(table), table, Set.of(), SheetTables.TYPES);
    }
}
