package dev.keyline.spreadsheet;

import dev.keyline.spreadsheet.XlsxParts.Elements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one sheet of an XLSX file (ECMA-376, SpreadsheetML) as a stream. A library would build the whole workbook in
 * memory first, and be as large as the service: all that is wanted here is the cells, and to be told of every formula.
 */
final class XlsxReader {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    /** How the format writes characters that XML has not. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> shared = new ArrayList<>();
    private final CellNumbers numbers;
    private final Grid grid;

    private XlsxReader(XlsxParts parts, Grid grid) {
        this.numbers = new CellNumbers(parts);
        this.grid = grid;
    }

    /**
     * The cells of a sheet.
     *
     * @param empty what they are put into; when the workbook has no sheet of its name, its first sheet is read
     */
    static Grid read(byte[] file, Grid empty) {
        String wanted = empty.sheet();
        XlsxParts parts = XlsxParts.unpack(file);
        if (parts.mentions("[Content_Types].xml", "macroEnabled")) {
            throw new UnreadableSheetException("may have macros: save it as .xlsx");
        }
        Map<String, String> sheets = sheets(parts);
        String name = sheets.containsKey(wanted)
                ? wanted
                : sheets.keySet().stream().findFirst().orElseThrow(() -> new UnreadableSheetException("has no sheet"));
        XlsxReader reader = new XlsxReader(parts, empty.called(name));
        parts.find("xl/sharedStrings.xml").ifPresent(reader::readShared);
        reader.readSheet(parts.get(target(parts, Objects.requireNonNull(sheets.get(name)))));
        return reader.grid;
    }

    /** Relation by sheet, in the workbook's order. */
    private static Map<String, String> sheets(XlsxParts parts) {
        Map<String, String> sheets = new LinkedHashMap<>();
        Elements workbook = parts.get(WORKBOOK);
        while (workbook.to("sheet")) {
            sheets.putIfAbsent(workbook.attribute("name"), workbook.attribute("id"));
        }
        return sheets;
    }

    private static String target(XlsxParts parts, String relation) {
        Elements relations = parts.get("xl/_rels/workbook.xml.rels");
        while (relations.to("Relationship")) {
            if (relations.attribute("Id").equals(relation)) {
                String target = relations.attribute("Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        throw new UnreadableSheetException("is damaged: a sheet is named and not there");
    }

    private void readShared(Elements strings) {
        while (strings.to("si")) {
            shared.add(textUntilEndOf(strings, "si"));
        }
    }

    /** The text of all runs of an element, without the phonetic reading that some languages add. */
    private static String textUntilEndOf(Elements xml, String element) {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean phonetic = false;
        for (int event = xml.next(); event != XMLStreamReader.END_DOCUMENT; event = xml.next()) {
            if (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
                text.append(inText && !phonetic ? xml.text() : "");
                continue;
            }
            boolean start = event == XMLStreamReader.START_ELEMENT;
            if (xml.name().equals("t")) {
                inText = start;
            } else if (xml.name().equals("rPh")) {
                phonetic = start;
            } else if (!start && xml.name().equals(element)) {
                break;
            }
        }
        return unescaped(text.toString());
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    private void readSheet(Elements sheet) {
        int row = 0;
        int column = 0;
        for (int event = sheet.next(); event != XMLStreamReader.END_DOCUMENT; event = sheet.next()) {
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (sheet.name().equals("row")) {
                String number = sheet.attribute("r"); // both kinds of address may be left out
                row = number.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(number) : row + 1;
                column = 0;
            } else if (sheet.name().equals("c")) {
                Matcher address = ADDRESS.matcher(sheet.attribute("r"));
                if (address.matches()) {
                    column = column(address.group(1));
                    row = Integer.parseInt(address.group(2));
                }
                grid.put(row, column, cell(sheet));
                column++;
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private Cell cell(Elements sheet) {
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        StringBuilder value = new StringBuilder();
        String inline = "";
        boolean inValue = false;
        boolean formula = false;
        for (int event = sheet.next(); event != XMLStreamReader.END_DOCUMENT; event = sheet.next()) {
            if (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
                value.append(inValue ? sheet.text() : "");
            } else if (event == XMLStreamReader.END_ELEMENT && sheet.name().equals("c")) {
                break;
            } else if (sheet.name().equals("v")) {
                inValue = event == XMLStreamReader.START_ELEMENT;
            } else if (sheet.name().equals("f")) {
                formula = true;
            } else if (event == XMLStreamReader.START_ELEMENT && sheet.name().equals("is")) {
                inline = textUntilEndOf(sheet, "is");
            }
        }
        if (formula) {
            return Cell.bad("is a formula: put its value there, or FEEL as text");
        }
        return type.equals("inlineStr") ? Cell.of(inline) : valued(type, value.toString(), style);
    }

    private Cell valued(String type, String value, String style) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case "s" ->
                value.matches("\\d{1,7}") && Integer.parseInt(value) < shared.size()
                        ? Cell.of(shared.get(Integer.parseInt(value)))
                        : Cell.bad("is damaged: its text is not in the file");
            case "str" -> Cell.of(unescaped(value));
            case "b" -> Cell.of(Boolean.toString(CellNumbers.isTrue(value)));
            case "e" -> Cell.bad("holds the error " + value.lines().findFirst().orElse(""));
            case "d" -> CellNumbers.iso(value);
            default -> numbers.feel(value, style);
        };
    }
}
