package dev.keyline.engine.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The logic of a model outside of its decision tables, which no normal form exists for. */
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

    private static boolean isInTable(Element expression) {
        for (Node node = expression; node instanceof Element element; node = element.getParentNode()) {
            if ("decisionTable".equals(element.getLocalName())) {
                return true;
            }
        }
        return false;
    }
}
