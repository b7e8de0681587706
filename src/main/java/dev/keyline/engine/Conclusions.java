package dev.keyline.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** What the rules of a session have concluded and still hold, each with the rule that concluded it. */
final class Conclusions extends DefaultRuleRuntimeEventListener {
    private final Map<FactHandle, Rule> held = new LinkedHashMap<>();
    private final Map<FactHandle, Object> values = new LinkedHashMap<>();

    Conclusions(KieSession session) {
        session.addEventListener(this);
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (event.getRule() != null) {
            held.put(event.getFactHandle(), event.getRule());
            values.put(event.getFactHandle(), event.getObject());
        }
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        held.remove(event.getFactHandle());
        values.remove(event.getFactHandle());
    }

    List<String> rules() {
        return held.values().stream().map(Rule::getName).distinct().toList();
    }

    /** One list a kind, empty where nothing of that kind is held; {@code Warning} becomes {@code warnings}. */
    Map<String, List<Object>> byKind(Set<String> kinds) {
        Map<String, List<Object>> byKind = new TreeMap<>();
        kinds.forEach(kind -> byKind.put(plural(kind), new ArrayList<>()));
        values.values()
                .forEach(value -> byKind.computeIfAbsent(
                                plural(value.getClass().getSimpleName()), kind -> new ArrayList<>())
                        .add(value));
        return byKind;
    }

    private static String plural(String kind) {
        return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1) + "s";
    }
}
