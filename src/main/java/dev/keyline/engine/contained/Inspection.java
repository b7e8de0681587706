package dev.keyline.engine.contained;

import dev.keyline.http.ProblemType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One look through a model's XML, element by element, that notes what is not let in. */
final class Inspection {
    /** A table of 16,000 rows takes the engine most of a minute. */
    private static final int MOST_ROWS = 20_000;

    /** Editors and published models stay below 20. Every reader of XML after this one is recursive. */
    private static final int DEEPEST = 64;

    /** Twenty thousand rows of four cells and their texts. */
    private static final int MOST_ELEMENTS = 200_000;

    private static final int MOST_IMPORTS = 10;

    /** After so many problems an author has enough to do. */
    private static final int MOST_PROBLEMS = 20;

    private static final Pattern DMN = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/\\d+/MODEL/?");
    private static final Pattern ELSEWHERE = Pattern.compile("(?s)\\s*(\\w[\\w+.-]*:|[/\\\\]{2}).*");
    private static final Set<String> DECIDING = Set.of(
            "decision", "businessKnowledgeModel", "decisionService", "inputData", "knowledgeSource", "functionItem");

    private record Open(String name, @Nullable String called) {}

    private final boolean vocabulary;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private ProblemType kind = ProblemType.REFUSED_TEXT;
    private int elements;
    private int rows;
    private int imports;
    private boolean over;

    Inspection(boolean vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<String> problems() {
        return problems;
    }

    ProblemType kind() {
        return kind;
    }

    boolean isOver() {
        return over || problems.size() >= MOST_PROBLEMS;
    }

    void see(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> end(reader);
            default -> {}
        }
    }

    private void begin(XMLStreamReader reader) {
        String name = reader.getLocalName();
        Open parent = open.peek();
        if (parent == null && !name.equals("definitions")) {
            stop(reader, "a DMN model begins with definitions, not with " + name);
        }
        String called = reader.getAttributeValue(null, "name");
        open.push(new Open(name, called != null ? called : reader.getAttributeValue(null, "id")));
        text.setLength(0);
        if (open.size() > DEEPEST) {
            stop(reader, "elements stand in each other more than " + DEEPEST + " deep");
        }
        if (++elements > MOST_ELEMENTS) {
            tooLarge(reader, "the model has more than " + MOST_ELEMENTS + " elements");
        }
        if (name.equals("rule") && parent != null && parent.name().equals("decisionTable") && ++rows > MOST_ROWS) {
            tooLarge(reader, "its tables have more than " + MOST_ROWS + " rows together");
        }
        if (name.equals("import") || name.equals("importedValues")) {
            imported(reader);
        }
        String function = reader.getAttributeValue(null, "kind");
        if (function != null && !function.strip().toUpperCase(Locale.ROOT).equals("FEEL") && runs(name)) {
            note(reader, "a function of kind " + function + " is code from elsewhere");
        }
        if (vocabulary && DECIDING.contains(name)) {
            note(reader, "a vocabulary holds item definitions, no " + name);
        }
    }

    private static boolean runs(String name) {
        return name.equals("encapsulatedLogic") || name.equals("functionDefinition");
    }

    private void imported(XMLStreamReader reader) {
        if (++imports > MOST_IMPORTS) {
            stop(reader, "the model imports more than " + MOST_IMPORTS + " others");
        }
        String type = reader.getAttributeValue(null, "importType");
        if (type == null || !DMN.matcher(type.strip()).matches()) {
            note(reader, "only DMN models are imported, not " + type);
        }
        String location = reader.getAttributeValue(null, "locationURI");
        if (location != null && ELSEWHERE.matcher(location).matches()) {
            note(reader, "what is imported comes along with the model, not from " + location);
        }
    }

    private void end(XMLStreamReader reader) {
        Open closed = open.pop();
        Open parent = open.peek();
        if (closed.name().equals("text") && parent != null && !parent.name().equals("annotationEntry")) {
            Expression expression = new Expression(text.toString());
            expression.problems().forEach(problem -> note(reader, problem));
            if (vocabulary && !expression.isLiteral()) {
                note(reader, "allowed values of a vocabulary are literals, ranges and comparisons");
            }
        }
        text.setLength(0);
    }

    private void tooLarge(XMLStreamReader reader, String problem) {
        kind = ProblemType.TOO_LARGE;
        stop(reader, problem);
    }

    private void stop(XMLStreamReader reader, String problem) {
        over = true;
        note(reader, problem);
    }

    private void note(XMLStreamReader reader, String problem) {
        String inside = open.stream()
                .filter(element -> element.called() != null)
                .limit(2) // the row and its table, the expression and its decision
                .map(element -> element.name() + " " + element.called())
                .collect(Collectors.joining(" in ", " (", ")"));
        problems.add(place(reader) + inside + ": " + problem);
    }

    static String place(XMLStreamReader reader) {
        return "line " + reader.getLocation().getLineNumber() + ", column "
                + reader.getLocation().getColumnNumber();
    }
}
