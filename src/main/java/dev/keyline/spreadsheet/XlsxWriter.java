package dev.keyline.spreadsheet;

import dev.keyline.engine.table.TableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Tables and lists as XLSX (ECMA-376, transitional). Every cell and every empty column that is to hold text is text by its
 * format and by its quote prefix, so that no spreadsheet takes a cell for a formula, not even after somebody edits it.
 */
final class XlsxWriter {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEADER = "1";
    private static final String TEXT = "2";
    private static final String NUMBER = "3";
    private static final String DATE = "4";
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30); // of days after February 1900
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0); // equal tables are equal files
    /** What the format would read as an escape, and what XML would read as another line end. */
    private static final Pattern TO_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|\\r");

    private static final String CONTENT_TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            </Types>
            """;
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """;
    private static final String WORKBOOK_RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
            </Relationships>
            """;
    /** Styles by number: none, header, text, number, date. Number format 49 is text, 14 a day as the reader's country has it. */
    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/></patternFill></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="5">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            </cellXfs>
            </styleSheet>
            """;

    private final List<List<String>> lines;
    /** Each text once, by its number: programs that edit a cell expect its text here. */
    private final Map<String, Integer> shared = new LinkedHashMap<>();

    private final int headerRows;
    /** What the columns of a list hold; of a table all hold text, and none is named. */
    private final List<Listing.Column> columns;

    private XlsxWriter(List<List<String>> lines, int headerRows, List<Listing.Column> columns) {
        this.lines = lines;
        this.headerRows = headerRows;
        this.columns = columns;
    }

    static byte[] write(TableText table) {
        return write(sheetName(table), new XlsxWriter(TableLayout.lines(table), TableLayout.HEADER_ROWS, List.of()));
    }

    static byte[] write(Listing listing) {
        List<List<String>> lines = new ArrayList<>(List.of(listing.header()));
        lines.addAll(listing.rows());
        return write(sheetName(listing.name()), new XlsxWriter(lines, 1, listing.columns()));
    }

    private static byte[] write(String sheet, XlsxWriter writer) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", CONTENT_TYPES);
        parts.put("_rels/.rels", RELATIONS);
        parts.put("xl/workbook.xml", workbook(sheet));
        parts.put("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/worksheets/sheet1.xml", writer.sheet());
        parts.put("xl/sharedStrings.xml", writer.sharedTexts()); // after the sheet, which collects them
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file in memory", e);
        }
        return file.toByteArray();
    }

    /** The table's id, as far as a sheet may be named like it. */
    static String sheetName(TableText table) {
        return sheetName(table.id());
    }

    private static String sheetName(String called) {
        String name = called.replaceAll("[\\[\\]:*?/\\\\']", "-");
        return name.isEmpty() ? "Sheet1" : name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME));
    }

    private interface Content {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String xml(String root, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(MAIN);
            content.to(xml);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("elements and text can be written", e);
        }
        return text.toString();
    }

    private static String workbook(String sheet) {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return xml("workbook", xml -> {
            xml.writeNamespace("r", relations);
            xml.writeStartElement("sheets");
            xml.writeEmptyElement("sheet");
            xml.writeAttribute("name", sheet);
            xml.writeAttribute("sheetId", "1");
            xml.writeAttribute("r", relations, "id", "rId1");
            xml.writeEndElement();
        });
    }

    private String sheet() {
        return xml("worksheet", xml -> {
            writeFrozenHeader(xml);
            writeColumns(xml, widths());
            xml.writeStartElement("sheetData");
            for (int line = 0; line < lines.size(); line++) {
                xml.writeStartElement("row");
                xml.writeAttribute("r", Integer.toString(line + 1));
                List<String> cells = lines.get(line);
                for (int column = 0; column < cells.size(); column++) {
                    String address = Grid.letters(column) + (line + 1);
                    writeCell(xml, address, cells.get(column), line < headerRows ? HEADER : style(column));
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            if (!columns.isEmpty()) {
                xml.writeEmptyElement("autoFilter");
                xml.writeAttribute("ref", "A1:" + Grid.letters(columns.size() - 1) + lines.size());
            }
        });
    }

    private void writeFrozenHeader(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("sheetViews");
        xml.writeStartElement("sheetView");
        xml.writeAttribute("workbookViewId", "0");
        xml.writeEmptyElement("pane");
        xml.writeAttribute("xSplit", "1");
        xml.writeAttribute("ySplit", Integer.toString(headerRows));
        xml.writeAttribute("topLeftCell", "B" + (headerRows + 1));
        xml.writeAttribute("activePane", "bottomRight");
        xml.writeAttribute("state", "frozen");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String style(int column) {
        return columns.isEmpty()
                ? TEXT
                : switch (columns.get(column).holds()) {
                    case TEXT -> TEXT;
                    case NUMBER -> NUMBER;
                    case DATE -> DATE;
                };
    }

    private void writeColumns(XMLStreamWriter xml, List<Integer> widths) throws XMLStreamException {
        xml.writeStartElement("cols");
        for (int column = 0; column < widths.size(); column++) {
            xml.writeEmptyElement("col");
            xml.writeAttribute("min", Integer.toString(column + 1));
            xml.writeAttribute("max", Integer.toString(column + 1));
            xml.writeAttribute("width", Integer.toString(widths.get(column)));
            xml.writeAttribute("style", style(column));
            xml.writeAttribute("customWidth", "1");
        }
        xml.writeEndElement();
    }

    /** In characters, of the longest line in any cell of the column. */
    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                if (column == widths.size()) {
                    widths.add(NARROWEST);
                }
                int longest =
                        line.get(column).lines().mapToInt(String::length).max().orElse(0) + 2;
                widths.set(column, Math.min(WIDEST, Math.max(widths.get(column), longest)));
            }
        }
        return widths;
    }

    private void writeCell(XMLStreamWriter xml, String address, String text, String style) throws XMLStreamException {
        xml.writeStartElement("c");
        xml.writeAttribute("r", address);
        xml.writeAttribute("s", style);
        if (!text.isEmpty()) {
            boolean isText = style.equals(HEADER) || style.equals(TEXT);
            if (isText) {
                xml.writeAttribute("t", "s");
            }
            xml.writeStartElement("v");
            xml.writeCharacters(isText ? number(text) : style.equals(DATE) ? days(text) : text);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String number(String text) {
        Integer known = shared.putIfAbsent(text, shared.size());
        return Integer.toString(known == null ? shared.size() - 1 : known);
    }

    private static String days(String date) {
        return Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(date)));
    }

    private String sharedTexts() {
        return xml("sst", xml -> {
            for (String text : shared.keySet()) {
                xml.writeStartElement("si");
                xml.writeStartElement("t");
                xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
                xml.writeCharacters(TO_ESCAPE
                        .matcher(text)
                        .replaceAll(found -> found.group().equals("_") ? "_x005F_" : "_x000D_"));
                xml.writeEndElement();
                xml.writeEndElement();
            }
        });
    }
}
