package dev.keyline.engine.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a model says outside of its decision tables, for which there is no normal form. */
public final class OtherLogic {
    private OtherLogic() {}

    /** The text of every decision's and function's expressions, by its name; empty where there is only a table. */
    public static Map<String, String> of(DmnDocument model) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String kind : new String[] {"decision", "businessKnowledgeModel"}) {
            for (Element owner : Xml.all(model.root(), kind)) {
                StringBuilder text = new StringBuilder();
                for (Element expression : Xml.all(owner, "text")) {
                    if (!isInTable(expression)) {
                        text.append(expression.getTextContent().strip().replaceAll("\\s+", " "))
                                .append('\n');
                    }
                }
                texts.put(owner.getAttribute("name"), text.toString());
            }
        }
        return texts;
    }

    /** The inputs of a model that no expression uses. */
    public static List<String> unusedInputs(DmnDocument model) {
        List<String> texts = Xml.all(model.root(), "text").stream()
                .map(Element::getTextContent)
                .toList();
        return model.names("inputData").stream()
                .filter(name -> {
                    Pattern word =
                            Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])");
                    return texts.stream().noneMatch(text -> word.matcher(text).find());
                })
                .toList();
    }

    private static boolean isInTable(Element expression) {
        for (Node node = expression; node instanceof Element element; node = element.getParentNode()) {
            if ("decisionTable".equals(element.getLocalName())) {
                return true;
            }
        }
        return false;
    }
}
