package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.PolicyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The published conformance models of DMN with their cases, values as JSON has them. */
final class ConformanceCases {
    private static final Path ROOT = Path.of("src/test/resources/dmn-tck");
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private ConformanceCases() {}

    /**
     * One file of cases.
     *
     * @param texts the model of the cases, then those it imports
     */
    record Suite(String directory, List<PolicyText> texts, List<Case> cases) {}

    /** A question and the one value it expects; {@code service} is null where a decision is asked by its name. */
    record Case(
            String id,
            ObjectNode context,
            String decision,
            @Nullable String service,
            JsonNode expected) {}

    static List<Suite> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.getFileName().toString().matches(".*-test-.*\\.xml"))
                    .sorted()
                    .map(ConformanceCases::suite)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite suite(Path file) {
        Element root = read(file);
        Path folder = file.getParent();
        Path own = folder.resolve(text(child(root, "modelName").orElseThrow()).strip());
        List<Case> cases = new ArrayList<>();
        children(root, "testCase").forEach(element -> cases.addAll(cases(element)));
        return new Suite(ROOT.relativize(folder).toString(), texts(folder, own), cases);
    }

    private static List<PolicyText> texts(Path folder, Path own) {
        try (Stream<Path> files = Files.list(folder)) {
            return Stream.concat(
                            Stream.of(own),
                            files.filter(other -> other.toString().endsWith(".dmn") && !other.equals(own)))
                    .map(model -> new PolicyText("model", model.getFileName().toString(), string(model)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> cases(Element element) {
        ObjectNode context = JSON.objectNode();
        children(element, "inputNode").forEach(input -> context.set(input.getAttribute("name"), value(input)));
        boolean service = element.getAttribute("type").equals("decisionService");
        return children(element, "resultNode").stream()
                .map(result -> new Case(
                        element.getAttribute("id"),
                        context,
                        result.getAttribute("name"),
                        service ? element.getAttribute("invocableName") : null,
                        child(result, "expected").map(ConformanceCases::value).orElse(NullNode.getInstance())))
                .toList();
    }

    /** What an element of a case's value type holds. */
    private static JsonNode value(Element holder) {
        List<Element> components = children(holder, "component");
        if (!components.isEmpty()) {
            ObjectNode object = JSON.objectNode();
            components.forEach(component -> object.set(component.getAttribute("name"), value(component)));
            return object;
        }
        Optional<Element> list = child(holder, "list");
        if (list.isPresent()) {
            ArrayNode array = JSON.arrayNode();
            children(list.get(), "item").forEach(item -> array.add(value(item)));
            return array;
        }
        return child(holder, "value").map(ConformanceCases::simple).orElse(NullNode.getInstance());
    }

    private static JsonNode simple(Element value) {
        if (value.getAttributeNS(SCHEMA, "nil").equals("true")) {
            return NullNode.getInstance();
        }
        String type = value.getAttributeNS(SCHEMA, "type").replaceFirst(".*:", "");
        return switch (type) {
            case "decimal", "double", "integer" ->
                JSON.numberNode(new BigDecimal(text(value).strip()));
            case "boolean" -> JSON.booleanNode(text(value).strip().equals("true"));
            default -> JSON.textNode(text(value));
        };
    }

    private static Element read(Path file) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String string(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getLocalName().equals(name))
                .toList();
    }

    private static String text(Element element) {
        return element.getTextContent();
    }
}
