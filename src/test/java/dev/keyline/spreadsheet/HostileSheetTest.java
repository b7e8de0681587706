package dev.keyline.spreadsheet;

import static dev.keyline.spreadsheet.SheetTables.DISCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.http.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are made to do harm, or are no tables at all, are refused in words and at once. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileSheetTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void a_file_over_two_megabytes_is_not_even_looked_at() {
        assertThatThrownBy(() -> SheetFormat.CSV.read(
                        new byte[SheetFormat.MOST_BYTES + 1], DISCOUNTS, Set.of(), SheetTables.TYPES))
                .isInstanceOf(FileTooLargeException.class)
                .hasMessageContaining("2,097,152");
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        byte[] spaces = new byte[31 * 1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        refused(with("xl/media/image1.png", spaces), "times its size");
    }

    @Test
    void a_file_that_unpacks_to_too_much_is_refused_also_when_it_packs_badly() throws IOException {
        byte[] noise = new byte[40 * 1024 * 1024];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ((i % 61 == 0) ? i * 31 ^ i >> 7 : 'a');
        }
        refused(with("xl/media/image1.png", noise), "unpacks to more than");
    }

    @Test
    void an_encrypted_file_is_refused() throws Exception {
        try (POIFSFileSystem encrypted = new POIFSFileSystem();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(encrypted)) {
                out.write(SheetFormat.XLSX.write(DISCOUNTS));
            }
            encrypted.writeFilesystem(file);
            refused(file.toByteArray(), "encrypted");
        }
    }

    @Test
    void a_file_with_macros_is_refused() throws IOException {
        refused(with("xl/vbaProject.bin", new byte[] {1, 2, 3}), "macros");
        refused(replaced("[Content_Types].xml", "spreadsheetml.sheet.main", "sheet.macroEnabled.main"), "macros");
    }

    @Test
    void entities_are_refused() throws IOException {
        refused(with(SHEET, text("""
                        <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
                        <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>""")), "DOCTYPE");
    }

    @Test
    void a_cell_where_no_table_reaches_is_refused_by_its_place() throws IOException {
        refused(replaced(SHEET, "\"A12\"", "\"A1048576\""), "row 1048576");
        refused(replaced(SHEET, "\"B12\"", "\"XFD12\""), "column XFD");
    }

    @Test
    void an_address_that_is_none_counts_as_missing() throws IOException {
        assertThat(SheetFormat.XLSX.read(
                        replaced(SHEET, "\"B12\"", "\"ZZZZZZZ99999999999\""), DISCOUNTS, Set.of(), SheetTables.TYPES))
                .isEqualTo(DISCOUNTS);
    }

    @Test
    void a_number_that_would_be_written_with_millions_of_digits_is_refused_by_its_place() throws IOException {
        for (String number : new String[] {"1E999999999", "1E-999999999", "9".repeat(100_000), "NaN", "1e", ""}) {
            byte[] file = with(SHEET, text("""
                    <worksheet><sheetData><row r="12"><c r="B12"><v>%s</v></c><c r="C12" t="s"><v>7777</v></c></row>
                    </sheetData></worksheet>""".formatted(number)));
            refused(file, "C12 is damaged");
        }
    }

    @Test
    void what_is_cut_short_or_no_file_of_the_kind_is_refused() throws IOException {
        byte[] whole = SheetFormat.XLSX.write(DISCOUNTS);
        for (int length : new int[] {0, 3, 40, whole.length / 2, whole.length - whole.length / 3}) {
            assertThatThrownBy(() ->
                            SheetFormat.XLSX.read(Arrays.copyOf(whole, length), DISCOUNTS, Set.of(), SheetTables.TYPES))
                    .isInstanceOf(BadInputException.class);
        }
        refused(text("Table,discounts"), "no XLSX file");
        refused(with(SHEET, text("<worksheet><sheetData><row>")), "damaged");
        refused(with(SHEET, text("")), "damaged");
        refused(without("xl/_rels/workbook.xml.rels"), "lacks xl/_rels/workbook.xml.rels");
        refused(replaced("xl/_rels/workbook.xml.rels", "rId1", "rId7"), "a sheet is named and not there");
        refused(replaced("xl/workbook.xml", "<sheet ", "<shoot "), "has no sheet");
    }

    @Test
    void a_csv_that_is_none_is_refused() {
        for (byte[] file : new byte[][] {
            {},
            {(byte) 0xff, (byte) 0xfe, 'T', 0},
            text("Tabelle;x"),
            text("Table|x"),
            text("Table,\"x"),
            text("Table" + ",".repeat(600) + "x"),
            text("Table,x" + "\n".repeat(30_000) + "y")
        }) {
            assertThatThrownBy(() -> SheetFormat.CSV.read(file, DISCOUNTS, Set.of(), SheetTables.TYPES))
                    .isInstanceOf(BadInputException.class);
        }
    }

    private static void refused(byte[] file, String because) {
        assertThatThrownBy(() -> SheetFormat.XLSX.read(file, DISCOUNTS, Set.of(), SheetTables.TYPES))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(because);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] with(String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(name, content);
        return zipped(parts);
    }

    private static byte[] without(String name) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.remove(name);
        return zipped(parts);
    }

    private static byte[] replaced(String name, String text, String other) throws IOException {
        String before = new String(parts().get(name), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        return with(name, text(before.replace(text, other)));
    }

    private static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(SheetFormat.XLSX.write(DISCOUNTS)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file.toByteArray();
    }
}
