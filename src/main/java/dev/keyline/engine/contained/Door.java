package dev.keyline.engine.contained;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.http.ProblemType;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a model from outside must be like before any parser of the engine sees it. It looks and does not run: what needs
 * running to be found out is the worker's budget's to stop.
 */
public final class Door {
    /** Bytes of UTF-8 of one text. The largest published conformance model has a thirtieth. */
    public static final int MOST_BYTES = 2 << 20;

    private Door() {}

    /**
     * Lets texts in that belong together.
     *
     * @throws RejectedTextException with status 413 when a text has too many bytes or rows, else 422; its problems name
     *     line, column and element
     */
    public static void admit(List<PolicyText> texts) {
        texts.forEach(text -> admit(text, false));
    }

    /**
     * Lets a vocabulary in: item definitions whose allowed values are literals, ranges and comparisons. Nothing in it can
     * then take long, so policies that were shipped may import it.
     *
     * @throws RejectedTextException when it is something else
     */
    public static void admitVocabulary(PolicyText text) {
        admit(text, true);
    }

    /**
     * Lets a text in by its size alone, DMN or not.
     *
     * @throws RejectedTextException with status 413 when it has too many bytes
     */
    public static void admitSize(PolicyText text) {
        int bytes = text.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new RejectedTextException(
                    ProblemType.TOO_LARGE,
                    text.path(),
                    List.of("it has " + bytes + " bytes; a policy may have " + MOST_BYTES));
        }
    }

    private static void admit(PolicyText text, boolean vocabulary) {
        if (text.isRules()) {
            throw new RejectedTextException(text.path(), List.of("rules ship with a release: they are Java"));
        }
        admitSize(text);
        Inspection inspection = new Inspection(vocabulary);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text.text()));
            while (reader.hasNext() && !inspection.isOver()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new RejectedTextException(
                            text.path(), List.of(Inspection.place(reader) + ": a model has no DOCTYPE"));
                }
                inspection.see(event, reader);
            }
        } catch (XMLStreamException e) {
            throw new RejectedTextException(text.path(), List.of(words(e)));
        }
        if (!inspection.problems().isEmpty()) {
            throw new RejectedTextException(inspection.kind(), text.path(), inspection.problems());
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static String words(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        String reason = message.contains("Message: ") ? message.substring(message.indexOf("Message: ") + 9) : message;
        return e.getLocation() == null
                ? reason
                : "line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ": " + reason;
    }
}
