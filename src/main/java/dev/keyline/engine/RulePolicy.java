package dev.keyline.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** A file of rules. Its outcome is what its rules conclude: one list a kind of conclusion, named like {@code warnings}. */
final class RulePolicy implements CompiledPolicy {
    /** Far above what an account's facts can fire; a rule loop stops here with a message. */
    private static final int MOST_FIRINGS = 10_000;

    private final PolicyText policy;
    private final Map<String, Class<? extends Record>> conclusionTypes;
    private final KieBase rules;
    private final ObjectMapper mapper;
    private final Map<String, Class<? extends Record>> types;
    private final Set<Class<? extends Record>> singleFactTypes;
    private final Set<String> facts;
    private final Map<String, RowHit> rows = new LinkedHashMap<>();

    RulePolicy(PolicyText policy, KieBase rules, RuleFactTypes types, ObjectMapper mapper) {
        this.policy = policy;
        this.rules = rules;
        this.mapper = mapper;
        Set<Class<?>> matched = matchedTypes(rules);
        // what it names and does not match on: a conclusion of others that it matches on is a fact to it
        this.conclusionTypes = types.conclusions().entrySet().stream()
                .filter(kind ->
                        policy.text().contains("import " + kind.getValue().getName() + ";"))
                .filter(kind -> !matched.contains(kind.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.types = types.byFact().entrySet().stream()
                .filter(fact -> matched.contains(fact.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        this.singleFactTypes =
                types.ofSingleFacts().stream().filter(matched::contains).collect(Collectors.toUnmodifiableSet());
        this.facts = Stream.concat(
                        this.types.keySet().stream(),
                        singleFactTypes.stream()
                                .flatMap(type -> Stream.of(type.getRecordComponents()))
                                .map(RecordComponent::getName))
                .collect(Collectors.toUnmodifiableSet());
        allRules(rules).forEach(rule -> rows.put(rule.getName(), rowOf(rule)));
    }

    private static List<Rule> allRules(KieBase rules) {
        return rules.getKiePackages().stream()
                .flatMap(rulePackage -> rulePackage.getRules().stream())
                .toList();
    }

    private RowHit rowOf(Rule rule) {
        Object annotation = rule.getMetaData().get("annotation");
        return new RowHit(rule.getName(), policy.path(), null, null, annotation == null ? null : annotation.toString());
    }

    private static Set<Class<?>> matchedTypes(KieBase rules) {
        return allRules(rules).stream()
                .flatMap(rule -> patterns(((RuleImpl) rule).getLhs()).stream())
                .map(Pattern::getObjectType)
                .filter(ClassObjectType.class::isInstance)
                .map(type -> ((ClassObjectType) type).getClassType())
                .collect(Collectors.toSet());
    }

    private static List<Pattern> patterns(RuleConditionElement element) {
        List<Pattern> found = new ArrayList<>();
        if (element instanceof Pattern pattern) {
            found.add(pattern);
            if (pattern.getSource() != null) {
                found.addAll(patterns(pattern.getSource()));
            }
        }
        element.getNestedElements().forEach(nested -> found.addAll(patterns(nested)));
        return found;
    }

    @Override
    public String id() {
        return policy.id();
    }

    @Override
    public Set<String> facts() {
        return facts;
    }

    @Override
    public List<RowHit> rows() {
        return List.copyOf(rows.values());
    }

    @Override
    public Evaluation evaluate(Map<String, ? extends @Nullable Object> facts, ZonedDateTime asOf) {
        return evaluate(facts, Map.of(), asOf);
    }

    @Override
    public Evaluation evaluate(
            Map<String, ? extends @Nullable Object> facts,
            Map<String, ? extends Collection<?>> withdrawn,
            ZonedDateTime asOf) {
        KieSession session = rules.newKieSession();
        try {
            Conclusions conclusions = new Conclusions(session);
            Map<Object, FactHandle> handles = insert(session, facts, asOf);
            int fired = session.fireAllRules(MOST_FIRINGS);
            if (!withdrawn.isEmpty()) {
                records(withdrawn).forEach(record -> session.delete(handles.get(record)));
                fired += session.fireAllRules(MOST_FIRINGS);
            }
            List<String> messages = fired >= MOST_FIRINGS
                    ? List.of("stopped after " + fired + " firings: rules trigger each other")
                    : List.of();
            return new Evaluation(
                    plain(conclusions.of(conclusionTypes)),
                    conclusions.rules().stream()
                            .map(name -> Objects.requireNonNull(rows.get(name)))
                            .toList(),
                    plain(conclusions.besides(conclusionTypes)),
                    messages);
        } finally {
            session.dispose();
        }
    }

    private Map<Object, FactHandle> insert(KieSession session, Map<String, ?> facts, ZonedDateTime asOf) {
        Map<Object, FactHandle> handles = new LinkedHashMap<>();
        session.insert(asOf); // the only clock a rule may read
        singleFactTypes.forEach(type -> session.insert(mapper.convertValue(valuesOf(type, facts), type)));
        records(facts).forEach(record -> handles.put(record, session.insert(record)));
        return handles;
    }

    private static Map<String, @Nullable Object> valuesOf(Class<? extends Record> type, Map<String, ?> facts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            values.put(component.getName(), facts.get(component.getName()));
        }
        return values;
    }

    private List<Record> records(Map<String, ?> facts) {
        List<Record> records = new ArrayList<>();
        types.forEach((fact, type) -> {
            Object value = facts.get(fact);
            if (value instanceof Collection<?> elements) {
                elements.forEach(element -> records.add(mapper.convertValue(element, type)));
            } else if (value != null) {
                records.add(mapper.convertValue(value, type));
            }
        });
        return records;
    }

    private Map<String, @Nullable Object> plain(Map<String, List<Object>> records) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        records.forEach((name, list) -> plain.put(name, mapper.convertValue(list, Object.class)));
        return plain;
    }
}
