package dev.keyline.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list as it leaves the service: a workbook that can be calculated with, or a CSV that starts no formula. */
class ListingFilesTest {
    private static final Listing LISTING = new Listing(
            "seats",
            List.of(
                    Listing.Column.text("account"),
                    Listing.Column.number("revenue"),
                    Listing.Column.date("renewal"),
                    Listing.Column.text("note")),
            List.of(
                    List.of("007", "1234567.5", "2026-03-31", "=1+1"),
                    List.of("acme", "", "", ""),
                    List.of("bolt", "0", "1900-03-01", "a longer remark than its heading")));

    @Test
    void a_workbook_has_numbers_and_days_of_its_own() throws IOException {
        try (XSSFWorkbook book = open()) {
            Row row = book.getSheetAt(0).getRow(1);

            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("007");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234567.5);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
            assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 31));
            assertThat(book.getSheetAt(0)
                            .getRow(3)
                            .getCell(2)
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo(LocalDate.of(1900, 3, 1));
        }
    }

    @Test
    void what_is_not_known_is_an_empty_cell_and_text_is_never_a_formula() throws IOException {
        try (XSSFWorkbook book = open()) {
            XSSFSheet sheet = book.getSheetAt(0);

            for (int column = 1; column < 4; column++) {
                assertThat(sheet.getRow(2).getCell(column).getCellType()).isEqualTo(CellType.BLANK);
            }
            assertThat(sheet.getRow(1).getCell(3).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getQuotePrefixed())
                    .isTrue();
        }
        assertThat(new String(SheetFormat.CSV.write(LISTING), StandardCharsets.UTF_8))
                .contains("007,1234567.5,2026-03-31,'=1+1");
    }

    @Test
    void its_heading_stays_in_sight_filters_and_is_wide_enough() throws IOException {
        try (XSSFWorkbook book = open()) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:D4");
            assertThat(sheet.getColumnWidth(3)).isGreaterThan(sheet.getColumnWidth(0));
        }
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void it_is_read_back_by_its_columns(SheetFormat format) {
        assertThat(ListingReader.read(format.write(LISTING), format, "seats", List.of("account", "note")))
                .extracting(line -> line.text("account") + "|" + line.text("note"))
                .containsExactly("007|=1+1", "acme|", "bolt|a longer remark than its heading");
    }

    private static XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(SheetFormat.XLSX.write(LISTING)));
    }
}
