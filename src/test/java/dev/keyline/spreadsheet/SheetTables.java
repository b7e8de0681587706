package dev.keyline.spreadsheet;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Tables that travel through files, and the hands of somebody who edits those files. */
final class SheetTables {
    /** The first line of rows, as Apache POI counts: from 0. */
    static final int FIRST_ROW = TableLayout.HEADER_ROWS;

    static final ModelTypes TYPES = ModelTypes.of(DmnDocument.read("empty.dmn", "<definitions/>"));

    static final TableText DISCOUNTS = new TableText(
            "discounts",
            "discount",
            "COLLECT",
            "SUM",
            List.of(
                    new TableText.Input("in-score", "Score & more", "score", "number", "[0..100]"),
                    new TableText.Input(null, null, "signed on", "date", null)),
            List.of(new TableText.Output("out-rate", null, "rate", "number", ">= 0, < 1", "0")),
            List.of("Why"),
            List.of(
                    new TableText.Row("discount-high", List.of(">= 80", "-"), List.of("0.1"), List.of("high")),
                    new TableText.Row("discount-low", List.of("< 80", "-"), List.of("0.05"), List.of(""))));

    /** Text that a spreadsheet, XML or CSV would like to make something else of. */
    static final TableText AWKWARD = DISCOUNTS.withRows(List.of(
            row("a-equals", "= 3", "=HYPERLINK(\"http://x\";\"y\")"),
            row("a-minus", "-1", "- or not"),
            row("a-plus", "+1", "@SUM(1+1)*cmd|' /C calc'!A0"),
            row("a-quote", "\"it's\"", "'=quoted"),
            row("a-quotes", "\"a\"\"b\", \"c\"", "''"),
            row("a-lines", "1,\n2", "first\nsecond; third"),
            row("a-escape", "\"_x0041_\"", "_x000D_ and _"),
            row("a-return", "\"a\rb\"", "tab\there"),
            row("a-zeros", "007", "1.10"),
            row("a-letters", "\"Größe 北 🦊\"", "<b>&amp;</b>")));

    private SheetTables() {}

    private static TableText.Row row(String id, String condition, String note) {
        return new TableText.Row(id, List.of(condition, "-"), List.of("1"), List.of(note));
    }

    static Stream<TableText> shipped() {
        try (Stream<Path> files = Files.walk(Path.of("dmn"))) {
            List<Path> models =
                    files.filter(file -> file.toString().endsWith(".dmn")).toList();
            return models.stream().flatMap(model -> tables(model).stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TableText> tables(Path model) {
        try {
            return DmnDocument.read(model.toString(), Files.readString(model)).tables();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file after somebody has opened it with another program, changed it and saved it. */
    static byte[] edited(byte[] xlsx, Consumer<XSSFSheet> edit) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            edit.accept(workbook.getSheetAt(0));
            workbook.write(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell of the rows, from 0, in a style of its own. */
    static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        var line = sheet.getRow(FIRST_ROW + row) == null
                ? sheet.createRow(FIRST_ROW + row)
                : sheet.getRow(FIRST_ROW + row);
        return line.createCell(column);
    }
}
