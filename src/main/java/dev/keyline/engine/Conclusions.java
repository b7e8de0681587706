package dev.keyline.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** What the rules of a session have concluded and still hold, each with the rule that concluded it. */
final class Conclusions extends DefaultRuleRuntimeEventListener {
    private record Held(Object conclusion, Rule by) {}

    private final Map<FactHandle, Held> held = new LinkedHashMap<>();

    Conclusions(KieSession session) {
        session.addEventListener(this);
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (event.getRule() != null) {
            held.put(event.getFactHandle(), new Held(event.getObject(), event.getRule()));
        }
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        held.remove(event.getFactHandle());
    }

    /** Names of the rules, in the order in which they concluded. */
    List<String> rules() {
        return held.values().stream().map(one -> one.by().getName()).distinct().toList();
    }

    /**
     * What is held of each type, by the name the type goes by; an empty list where nothing is. Conclusions that compare
     * with each other are in that order, the others in the order in which they were drawn.
     */
    Map<String, List<Object>> of(Map<String, ? extends Class<?>> types) {
        Map<String, List<Object>> byName = new TreeMap<>();
        types.forEach((name, type) -> {
            Stream<Object> conclusions =
                    held.values().stream().map(Held::conclusion).filter(type::isInstance);
            byName.put(name, (Comparable.class.isAssignableFrom(type) ? conclusions.sorted() : conclusions).toList());
        });
        return byName;
    }

    /** What is held of any other type, by the type's name: the steps on the way. */
    Map<String, List<Object>> besides(Map<String, ? extends Class<?>> types) {
        Map<String, List<Object>> byName = new TreeMap<>();
        held.values().stream()
                .map(Held::conclusion)
                .filter(conclusion -> types.values().stream().noneMatch(type -> type.isInstance(conclusion)))
                .forEach(conclusion -> byName.computeIfAbsent(
                                conclusion.getClass().getSimpleName(), name -> new ArrayList<>())
                        .add(conclusion));
        return byName;
    }
}
