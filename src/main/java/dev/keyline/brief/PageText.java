package dev.keyline.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A sheet as XHTML, for paper. It refers to nothing outside itself, and what people wrote cannot become markup. */
final class PageText {
    private final StringBuilder html = new StringBuilder();

    private PageText() {}

    static String of(Sheet sheet) {
        return new PageText().write(sheet);
    }

    private String write(Sheet sheet) {
        html.append("<html lang=\"en\"><head><title>")
                .append(escaped("Account brief: " + sheet.title()))
                .append("</title><meta name=\"subject\" content=\"Account brief\"/>")
                .append("<meta name=\"description\" content=\"")
                .append(escaped("All there is to say of " + sheet.title() + " on " + sheet.made()))
                .append("\"/><style>")
                .append(css())
                .append("</style></head><body>");
        div("footer", "Keyline · " + sheet.title() + " · " + sheet.made());
        html.append("<div class=\"masthead\">");
        div("made", sheet.made());
        div("kind", "Account brief");
        element("h1", sheet.title());
        div("subtitle", sheet.subtitle());
        html.append("</div>");
        tiles(sheet);
        for (Sheet.Part part : sheet.parts()) {
            element("h2", part.heading());
            part.blocks().forEach(this::block);
        }
        grounds(sheet);
        return html.append("</body></html>").toString();
    }

    private void tiles(Sheet sheet) {
        if (sheet.tiles().isEmpty()) {
            return;
        }
        html.append("<table class=\"tiles\"><tr>");
        for (Sheet.Tile tile : sheet.tiles()) {
            html.append("<td class=\"").append(tile.tone()).append("\">");
            div("label", tile.label());
            div("value", tile.value());
            div("detail", tile.detail());
            html.append("</td>");
        }
        html.append("</tr></table>");
    }

    private void block(Sheet.Block block) {
        if (block instanceof Sheet.Caption caption) {
            element("h3", caption.text());
        } else if (block instanceof Sheet.Paragraph paragraph) {
            element("p", paragraph.text());
        } else if (block instanceof Sheet.Points points) {
            points.points().forEach(this::point);
        } else if (block instanceof Sheet.Table table) {
            table(table);
        }
    }

    private void point(Sheet.Point point) {
        html.append("<div class=\"point ").append(point.tone()).append("\">");
        element("b", point.label() + ":");
        html.append(' ').append(escaped(point.text()));
        if (point.note() != null) {
            html.append(" <a class=\"note\" href=\"#note-%d\">%d</a>".formatted(point.note(), point.note()));
        }
        html.append("</div>");
    }

    private void table(Sheet.Table table) {
        html.append("<table class=\"rows\"><thead><tr>");
        table.headers().forEach(header -> element("th", header));
        html.append("</tr></thead><tbody>");
        table.rows().forEach(row -> {
            html.append("<tr>");
            row.forEach(cell -> element("td", cell));
            html.append("</tr>");
        });
        html.append("</tbody></table>");
    }

    private void grounds(Sheet sheet) {
        if (sheet.notes().isEmpty()) {
            return;
        }
        element("h2", "What the statements rest on");
        html.append("<table class=\"grounds\">");
        for (int i = 0; i < sheet.notes().size(); i++) {
            html.append("<tr><td class=\"number\" id=\"note-%d\">%d</td><td>".formatted(i + 1, i + 1))
                    .append(escaped(MarkdownText.inWords(sheet.notes().get(i))))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private void div(String cssClass, String text) {
        html.append("<div class=\"")
                .append(cssClass)
                .append("\">")
                .append(escaped(text))
                .append("</div>");
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    /** Any text; characters that XML has none of, as half characters and control characters, are left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean isText = c >= ' ' || c == '\n' || c == '\t';
                    boolean isWhole =
                            c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c < 0xFFFE) || c > 0xFFFF;
                    if (isText && isWhole) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static String css() {
        try (InputStream css = Objects.requireNonNull(PageText.class.getResourceAsStream("/brief/brief.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("brief.css", e);
        }
    }
}
