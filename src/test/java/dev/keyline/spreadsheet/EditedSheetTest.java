package dev.keyline.spreadsheet;

import static dev.keyline.spreadsheet.SheetTables.DISCOUNTS;
import static dev.keyline.spreadsheet.SheetTables.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyline.engine.table.TableText;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What becomes of what people type into an exported table, with Apache POI as their spreadsheet. */
class EditedSheetTest {
    @Test
    void numbers_become_feel_with_the_digits_that_are_shown() {
        TableText read = read(sheet -> {
            cell(sheet, 0, 1).setCellValue(0.1 + 0.2);
            cell(sheet, 0, 3).setCellValue(1e20);
            cell(sheet, 1, 1).setCellValue(-5);
            cell(sheet, 1, 3).setCellValue(0.0);
        });

        assertThat(read.rows())
                .extracting(
                        row -> row.conditions().get(0), row -> row.conclusions().get(0))
                .containsExactly(tuple("0.3", "100000000000000000000"), tuple("-5", "0"));
    }

    @Test
    void dates_and_times_become_feel() {
        TableText read = read(sheet -> {
            date(cell(sheet, 0, 2), "yyyy-mm-dd").setCellValue(LocalDate.of(2026, 1, 31));
            date(cell(sheet, 1, 2), "d. mmm yy h:mm").setCellValue(LocalDateTime.of(2026, 1, 31, 9, 30));
            date(cell(sheet, 2, 2), "m/d/yy").setCellValue(LocalDate.of(1900, 2, 28));
            date(cell(sheet, 3, 2), "[h]:mm").setCellValue(0.75);
            date(cell(sheet, 4, 2), "0.00 \"days\"").setCellValue(3);
            for (int row = 2; row < 5; row++) {
                cell(sheet, row, 3).setCellValue("1");
            }
        });

        assertThat(read.rows())
                .extracting(row -> row.conditions().get(1))
                .containsExactly(
                        "date(\"2026-01-31\")",
                        "date and time(\"2026-01-31T09:30:00\")",
                        "date(\"1900-02-28\")",
                        "time(\"18:00:00\")",
                        "3");
    }

    @Test
    void truth_becomes_feel() {
        assertThat(read(sheet -> cell(sheet, 0, 3).setCellValue(true))
                        .rows()
                        .get(0)
                        .conclusions())
                .containsExactly("true");
    }

    @Test
    void a_new_row_without_an_id_gets_one_of_what_it_says_and_its_blank_conditions_ask_nothing() {
        TableText read = read(sheet -> {
            cell(sheet, 2, 3).setCellValue("0.2");
            cell(sheet, 4, 3).setCellValue("0.3");
        });

        assertThat(read.rows())
                .extracting(TableText.Row::id, TableText.Row::conditions)
                .endsWith(tuple("discount-0-2", List.of("-", "-")), tuple("discount-0-3", List.of("-", "-")));
    }

    @Test
    void a_new_id_is_not_one_of_a_row_that_was_there_or_of_another_table() {
        TableText table = DISCOUNTS.withRows(List.of(
                new TableText.Row("discount-1", List.of("1", "-"), List.of("1"), List.of("")),
                new TableText.Row("discount-2", List.of("2", "-"), List.of("1"), List.of(""))));
        byte[] file = SheetTables.edited(SheetFormat.XLSX.write(table), sheet -> {
            cell(sheet, 0, 0).setBlank();
            cell(sheet, 1, 0).setBlank();
        });

        assertThat(SheetFormat.XLSX
                        .read(file, table, Set.of("discount-3"), SheetTables.TYPES)
                        .rows())
                .extracting(TableText.Row::id)
                .containsExactly("discount-4", "discount-5");
    }

    @Test
    void every_wrong_cell_is_named_by_its_place() {
        List<InputError> errors = errors(sheet -> {
            cell(sheet, 0, 1).setCellFormula("1+1");
            cell(sheet, 0, 3).setCellErrorValue(FormulaError.REF);
            cell(sheet, 1, 0).setCellValue("discount-high");
            cell(sheet, 1, 3).setBlank();
            cell(sheet, 2, 0).setCellValue("no id");
            cell(sheet, 2, 3).setCellValue("x".repeat(10_001));
            cell(sheet, 2, 7).setCellValue("a note to myself");
            cell(sheet, 3, 0).setCellValue("elsewhere");
            cell(sheet, 3, 3).setCellValue("1");
        });

        assertThat(errors)
                .extracting(InputError::pointer)
                .containsExactlyInAnyOrder(
                        "discounts!B12",
                        "discounts!D12",
                        "discounts!A13",
                        "discounts!D13",
                        "discounts!A14",
                        "discounts!D14",
                        "discounts!H14",
                        "discounts!A15");
        assertThat(errors)
                .extracting(InputError::message)
                .anyMatch(message -> message.startsWith("is a formula"))
                .anyMatch(message -> message.equals("holds the error #REF!"))
                .anyMatch(message -> message.contains("repeats the row id discount-high of discounts!A12"));
    }

    @Test
    void a_cell_that_does_not_parse_is_named_with_the_place_in_it_unless_it_was_there_before() {
        TableText table = DISCOUNTS.withRows(List.of(
                new TableText.Row("old", List.of(">= = 10", "-"), List.of("1 +"), List.of("left as it is")),
                new TableText.Row("new", List.of("1", "-"), List.of("1"), List.of(""))));
        byte[] file = SheetTables.edited(SheetFormat.XLSX.write(table), sheet -> {
            cell(sheet, 1, 1).setCellValue(">= = 10");
            cell(sheet, 1, 3).setCellValue("2 * (3 +");
        });

        List<InputError> errors = catchThrowableOfType(
                        BadInputException.class, () -> SheetFormat.XLSX.read(file, table, Set.of(), SheetTables.TYPES))
                .errors();

        assertThat(errors).extracting(InputError::pointer).containsExactly("discounts!B13", "discounts!D13");
        assertThat(errors.get(0).message()).contains("character 4");
    }

    @Test
    void a_changed_column_is_an_error_at_its_cell() {
        List<InputError> errors = errors(sheet -> {
            sheet.getRow(7).getCell(1).setCellValue("string");
            sheet.getRow(2).getCell(1).setCellValue("UNIQUE");
            sheet.getRow(10).createCell(5).setCellValue("another");
        });

        assertThat(errors)
                .extracting(InputError::pointer)
                .containsExactly("discounts!B3", "discounts!B8", "discounts!F11");
        assertThat(errors.get(1).message()).contains("number").contains("columns are changed");
    }

    @Test
    void more_wrong_cells_than_anybody_reads_are_counted() {
        List<InputError> errors = errors(sheet -> {
            for (int row = 0; row < 300; row++) {
                cell(sheet, row, 3).setCellFormula("1+1");
            }
        });

        assertThat(errors).hasSize(RowReader.MOST_ERRORS + 1);
        assertThat(errors.get(RowReader.MOST_ERRORS).message()).contains("100 more");
    }

    @Test
    void a_sheet_that_is_not_the_table_s_is_read_when_there_is_no_other() {
        byte[] renamed = SheetTables.edited(
                SheetFormat.XLSX.write(DISCOUNTS), sheet -> sheet.getWorkbook().setSheetName(0, "Mine & yours"));

        assertThat(SheetFormat.XLSX.read(renamed, DISCOUNTS, Set.of(), SheetTables.TYPES))
                .isEqualTo(DISCOUNTS);
    }

    @Test
    void the_table_s_sheet_is_found_among_others() {
        byte[] among = SheetTables.edited(SheetFormat.XLSX.write(DISCOUNTS), sheet -> {
            sheet.getWorkbook().createSheet("Notes").createRow(0).createCell(0).setCellValue("mine");
            sheet.getWorkbook().setSheetOrder("Notes", 0);
        });

        assertThat(SheetFormat.XLSX.read(among, DISCOUNTS, Set.of(), SheetTables.TYPES))
                .isEqualTo(DISCOUNTS);
    }

    @Test
    void wrong_cells_of_a_csv_are_named_too() {
        String csv = new String(SheetFormat.CSV.write(DISCOUNTS), StandardCharsets.UTF_8)
                .replace("discount-low,", "discount-high,")
                .replace("0.05", "");

        BadInputException refused = catchThrowableOfType(
                BadInputException.class,
                () -> SheetFormat.CSV.read(
                        csv.getBytes(StandardCharsets.UTF_8), DISCOUNTS, Set.of(), SheetTables.TYPES));

        assertThat(refused.errors()).extracting(InputError::pointer).containsExactly("A13", "D13");
    }

    private static TableText read(Consumer<XSSFSheet> edit) {
        return SheetFormat.XLSX.read(
                SheetTables.edited(SheetFormat.XLSX.write(DISCOUNTS), edit), DISCOUNTS, Set.of(), SheetTables.TYPES);
    }

    private static List<InputError> errors(Consumer<XSSFSheet> edit) {
        byte[] file = SheetTables.edited(SheetFormat.XLSX.write(DISCOUNTS), edit);
        return catchThrowableOfType(
                        BadInputException.class,
                        () -> SheetFormat.XLSX.read(file, DISCOUNTS, Set.of("elsewhere"), SheetTables.TYPES))
                .errors();
    }

    private static XSSFCell date(XSSFCell cell, String format) {
        XSSFCellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }
}
