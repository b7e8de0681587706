package dev.keyline.engine.table;

import dev.keyline.engine.RejectedTextException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads, writes and walks XML whose elements matter by their local names only: prefixes and DMN's releases differ. */
final class Xml {
    private Xml() {}

    static Document read(String path, String text) {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXParseException e) {
            throw new RejectedTextException(
                    path,
                    List.of("line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ": " + e.getMessage()));
        } catch (SAXException | IOException e) {
            throw new RejectedTextException(path, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser knows these features", e);
        }
    }

    static String write(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter text = new StringWriter();
            document.setXmlStandalone(true);
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was read can be written", e);
        }
    }

    static List<String> texts(Element parent, String kind) {
        return children(parent, kind).stream().map(Xml::text).toList();
    }

    static @Nullable String textOf(Element parent, String kind) {
        Element child = child(parent, kind);
        return child == null ? null : text(child);
    }

    /** The text of a child that holds text and no element; null when there is no such child. */
    static @Nullable String textIn(Element parent, String kind) {
        Element child = child(parent, kind);
        return child == null ? null : child.getTextContent().strip();
    }

    static String text(Element cell) {
        Element content = child(cell, "text");
        return content == null ? "" : content.getTextContent().strip();
    }

    static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }

    static @Nullable String optional(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    static @Nullable Element child(Element parent, String kind) {
        List<Element> children = children(parent, kind);
        return children.isEmpty() ? null : children.get(0);
    }

    static List<Element> children(Element parent, String kind) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && kind.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> all(Element root, String kind) {
        List<Element> found = new ArrayList<>();
        var nodes = root.getElementsByTagNameNS("*", kind);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // nothing that a reader of the model would have to know
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
