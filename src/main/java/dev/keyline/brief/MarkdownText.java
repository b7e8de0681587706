package dev.keyline.brief;

import dev.keyline.decision.Grounds;
import dev.keyline.engine.RowHit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sheet as Markdown with GitHub's tables and footnotes. What people wrote cannot become markup. */
final class MarkdownText {
    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    static String of(Sheet sheet) {
        return new MarkdownText().write(sheet);
    }

    private String write(Sheet sheet) {
        line("# " + escaped(sheet.title()));
        line("");
        line("Account brief, " + escaped(sheet.made())
                + (sheet.subtitle().isEmpty() ? "" : " · " + escaped(sheet.subtitle())));
        line("");
        if (!sheet.tiles().isEmpty()) {
            table(new Sheet.Table(
                    sheet.tiles().stream().map(Sheet.Tile::label).toList(),
                    List.of(sheet.tiles().stream()
                            .map(tile -> BriefSheet.joined(", ", tile.value(), tile.detail()))
                            .toList())));
        }
        for (Sheet.Part part : sheet.parts()) {
            line("## " + escaped(part.heading()));
            line("");
            part.blocks().forEach(this::block);
        }
        if (!sheet.notes().isEmpty()) {
            line("## What the statements rest on");
            line("");
            IntStream.range(0, sheet.notes().size())
                    .forEach(i -> line("[^" + (i + 1) + "]: "
                            + escaped(inWords(sheet.notes().get(i)))));
        }
        return text.toString();
    }

    private void block(Sheet.Block block) {
        if (block instanceof Sheet.Caption caption) {
            line("### " + escaped(caption.text()));
            line("");
        } else if (block instanceof Sheet.Paragraph paragraph) {
            line(escaped(paragraph.text()));
            line("");
        } else if (block instanceof Sheet.Points points) {
            points.points()
                    .forEach(point -> line("- **" + escaped(point.label()) + ":** " + escaped(point.text())
                            + (point.note() == null ? "" : "[^" + point.note() + "]")));
            line("");
        } else if (block instanceof Sheet.Table table) {
            table(table);
        }
    }

    private void table(Sheet.Table table) {
        row(table.headers());
        line(table.headers().stream().map(header -> "---").collect(Collectors.joining(" | ", "| ", " |")));
        table.rows().forEach(this::row);
        line("");
    }

    private void row(List<String> cells) {
        line(cells.stream().map(MarkdownText::escaped).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** What a statement rests on, as one sentence. */
    static String inWords(Grounds grounds) {
        String rows = grounds.rules().stream().map(MarkdownText::inWords).collect(Collectors.joining("; "));
        return "%s, version %d, decision %s%s"
                .formatted(
                        grounds.policy(),
                        grounds.version(),
                        grounds.decisionId(),
                        rows.isEmpty() ? "." : ": " + Words.sentence(rows));
    }

    private static String inWords(RowHit row) {
        String place = row.row() == null ? row.file() : row.file() + ", row " + row.row();
        String why = row.annotation() == null ? "" : row.annotation().strip().replaceFirst("\\.$", "");
        return BriefSheet.joined(" ", row.ruleId(), "(" + place + ")", why);
    }

    /** Any text as one line that reads as it was written: a backslash before what Markdown or HTML would take. */
    static String escaped(String text) {
        String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
        String marked = line.replaceAll("[\\\\`*_\\[\\]<>|~&$]", "\\\\$0");
        // what would begin a heading, a quotation or a list
        return marked.replaceFirst("^([-+=#])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }
}
