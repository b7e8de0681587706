package dev.keyline.engine.table;

import dev.keyline.engine.RejectedTextException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A DMN model as XML, whose decision tables can be read and rewritten while everything else in it stays as it was:
 * order, comments, diagrams, elements of other tools. Not for several threads.
 */
public final class DmnDocument {
    private static final String TABLE = "decisionTable";
    private static final String KEYLINE = "https://keyline.dev/ns";

    private final Document document;

    private DmnDocument(Document document) {
        this.document = document;
    }

    /**
     * Reads a text.
     *
     * @param path what errors call it
     * @throws RejectedTextException with line and column, when the text is not well-formed or has a DOCTYPE
     */
    public static DmnDocument read(String path, String text) {
        return new DmnDocument(Xml.read(path, text));
    }

    /** The model as XML; only to be read. */
    Element root() {
        return document.getDocumentElement();
    }

    /** The model's name. */
    public String name() {
        return document.getDocumentElement().getAttribute("name");
    }

    /** The model's namespace. */
    public String namespace() {
        return document.getDocumentElement().getAttribute("namespace");
    }

    /** What the model is for, in its author's words; null where he says nothing. */
    public @Nullable String description() {
        return Xml.children(document.getDocumentElement(), "description").stream()
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }

    /** Names of the elements of a kind, in the order of the text: {@code decision}, {@code inputData}, {@code import} … */
    public List<String> names(String kind) {
        return Xml.all(document.getDocumentElement(), kind).stream()
                .map(element -> element.getAttribute("name"))
                .toList();
    }

    /** What a decision's outcome is made of, in the order of its type; empty where it is no record of the model's own. */
    public List<String> outcomeComponents(String decision) {
        return Xml.all(document.getDocumentElement(), "decision").stream()
                .filter(element -> element.getAttribute("name").equals(decision))
                .flatMap(element -> Xml.children(element, "variable").stream())
                .map(variable -> variable.getAttribute("typeRef"))
                .flatMap(type -> Xml.all(document.getDocumentElement(), "itemDefinition").stream()
                        .filter(definition -> definition.getAttribute("name").equals(type)))
                .flatMap(definition -> Xml.children(definition, "itemComponent").stream())
                .map(component -> component.getAttribute("name"))
                .toList();
    }

    /** Every decision table, in the order of the text. */
    public List<TableText> tables() {
        return Xml.all(document.getDocumentElement(), TABLE).stream()
                .map(DmnDocument::table)
                .toList();
    }

    /** Why the author of a table accepts what a check finds of it; empty when it has to be as it should. */
    public Optional<String> accepted(String table) {
        return Xml.all(document.getDocumentElement(), TABLE).stream()
                .filter(candidate -> candidate.getAttribute("id").equals(table))
                .map(candidate -> candidate.getAttributeNS(KEYLINE, "accepted"))
                .filter(reason -> !reason.isBlank())
                .findFirst();
    }

    private static TableText table(Element table) {
        List<Element> rules = Xml.children(table, "rule");
        List<String> annotations = Xml.children(table, "annotation").stream()
                .map(annotation -> annotation.getAttribute("name"))
                .toList();
        String id = table.getAttribute("id");
        return new TableText(
                id,
                owner(table),
                Xml.attribute(table, "hitPolicy", "UNIQUE"),
                Xml.optional(table, "aggregation"),
                Xml.children(table, "input").stream().map(DmnDocument::input).toList(),
                Xml.children(table, "output").stream().map(DmnDocument::output).toList(),
                annotations,
                IntStream.range(0, rules.size())
                        .mapToObj(i -> row(rules.get(i), id + "#" + (i + 1), annotations.size()))
                        .toList());
    }

    private static TableText.Input input(Element input) {
        Element expression = Xml.child(input, "inputExpression");
        return new TableText.Input(
                Xml.optional(input, "id"),
                Xml.optional(input, "label"),
                expression == null ? "" : Xml.text(expression),
                expression == null ? null : Xml.optional(expression, "typeRef"),
                Xml.textOf(input, "inputValues"));
    }

    private static TableText.Output output(Element output) {
        return new TableText.Output(
                Xml.optional(output, "id"),
                Xml.optional(output, "label"),
                Xml.optional(output, "name"),
                Xml.optional(output, "typeRef"),
                Xml.textOf(output, "outputValues"),
                Xml.textOf(output, "defaultOutputEntry"));
    }

    private static TableText.Row row(Element rule, String numbered, int annotations) {
        List<String> notes = new ArrayList<>(Xml.texts(rule, "annotationEntry"));
        while (notes.size() < annotations) {
            notes.add("");
        }
        return new TableText.Row(
                Xml.attribute(rule, "id", numbered),
                Xml.texts(rule, "inputEntry"),
                Xml.texts(rule, "outputEntry"),
                notes);
    }

    /**
     * Puts rows in the place of those a table has, in their order. Rows of known ids keep their elements, so that a row
     * that did not change stays the same text.
     *
     * @throws IllegalArgumentException when the model has no such table, or a row another number of cells than the table
     *     has columns
     */
    public void replaceRows(TableText changed) {
        Element table = Xml.all(document.getDocumentElement(), TABLE).stream()
                .filter(candidate -> candidate.getAttribute("id").equals(changed.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table has the id " + changed.id()));
        TableText present = table(table);
        Map<String, Element> known = new HashMap<>();
        List<Element> rules = Xml.children(table, "rule");
        for (int i = 0; i < rules.size(); i++) {
            known.put(present.rows().get(i).id(), rules.get(i));
        }
        Map<Element, String> indents = new LinkedHashMap<>();
        rules.forEach(rule -> indents.put(rule, takeOut(rule)));
        String indent = indents.values().stream().findFirst().orElse("\n      ");
        Node end = table.getLastChild() != null && table.getLastChild().getNodeType() == Node.TEXT_NODE
                ? table.getLastChild()
                : null;
        for (TableText.Row row : changed.rows()) {
            if (row.conditions().size() != present.inputs().size()
                    || row.conclusions().size() != present.outputs().size()) {
                throw new IllegalArgumentException("row " + row.id() + " has not one cell for each column");
            }
            Element rule = known.remove(row.id());
            if (rule == null) {
                rule = element(table, "rule");
                rule.setAttribute("id", row.id());
            }
            table.insertBefore(document.createTextNode(indent), end);
            table.insertBefore(rule, end);
            write(rule, row, indent);
        }
    }

    /** Removes an element together with the white space before it, and answers that white space. */
    private static String takeOut(Element element) {
        Node before = element.getPreviousSibling();
        String indent = "";
        if (before != null
                && before.getNodeType() == Node.TEXT_NODE
                && before.getNodeValue().isBlank()) {
            indent = before.getNodeValue();
            before.getParentNode().removeChild(before);
        }
        element.getParentNode().removeChild(element);
        return indent;
    }

    private void write(Element rule, TableText.Row row, String indent) {
        write(rule, "inputEntry", row.conditions(), i -> row.id() + "-in-" + i, indent);
        write(rule, "outputEntry", row.conclusions(), i -> row.id() + "-out-" + i, indent);
        write(rule, "annotationEntry", row.annotations(), null, indent);
    }

    private void write(Element rule, String kind, List<String> cells, @Nullable CellId ids, String indent) {
        List<Element> present = Xml.children(rule, kind);
        for (int i = 0; i < cells.size(); i++) {
            if (i < present.size()) {
                setText(present.get(i), cells.get(i));
            } else {
                add(rule, kind, cells.get(i), ids == null ? null : ids.of(i + 1), indent);
            }
        }
    }

    private interface CellId {
        String of(int number);
    }

    private void add(Element rule, String kind, String text, @Nullable String id, String indent) {
        Element cell = element(rule, kind);
        if (id != null) {
            cell.setAttribute("id", id);
        }
        Element content = element(rule, "text");
        content.setTextContent(text);
        cell.appendChild(document.createTextNode(indent + "    "));
        cell.appendChild(content);
        cell.appendChild(document.createTextNode(indent + "  "));
        Node last = rule.getLastChild();
        if (last != null
                && last.getNodeType() == Node.TEXT_NODE
                && last.getNodeValue().isBlank()) {
            rule.removeChild(last);
        }
        rule.appendChild(document.createTextNode(indent + "  "));
        rule.appendChild(cell);
        rule.appendChild(document.createTextNode(indent));
    }

    private void setText(Element cell, String text) {
        Element content = Xml.child(cell, "text");
        if (content == null) {
            content = element(cell, "text");
            cell.appendChild(content);
        }
        if (!content.getTextContent().equals(text)) {
            content.setTextContent(text);
        }
    }

    /** An element of the same namespace and prefix as another. */
    private Element element(Element like, String kind) {
        String prefix = like.getPrefix();
        return document.createElementNS(like.getNamespaceURI(), prefix == null ? kind : prefix + ":" + kind);
    }

    /** The document as text in UTF-8. */
    public String text() {
        return Xml.write(document);
    }

    private static String owner(Element table) {
        for (Node node = table.getParentNode(); node instanceof Element element; node = node.getParentNode()) {
            if (element.hasAttribute("name")) {
                return element.getAttribute("name");
            }
        }
        return table.getAttribute("id");
    }
}
