package dev.keyline.policycase;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Evaluation;
import dev.keyline.engine.RowHit;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a policy what its cases ask. It has no other source than the case, and leaves nothing behind. */
public final class CaseRunner {
    private final CompiledPolicy policy;
    private final FactCatalogue catalogue;
    private final ZoneId zone;
    private final Set<String> rows;

    /** @param zone of the dates that a case's as-of falls on */
    public CaseRunner(CompiledPolicy policy, FactCatalogue catalogue, ZoneId zone) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.zone = zone;
        this.rows = policy.rows().stream().map(RowHit::ruleId).collect(Collectors.toSet());
    }

    /** What is wrong with a case itself: unknown facts, values of another type, rows that the policy does not have. */
    public List<CaseFault> faultsOf(PolicyCase one) {
        List<CaseFault> faults = new ArrayList<>();
        factsOf(one, faults);
        unknownRows("/rules/", one.rules(), faults);
        unknownRows("/not/", one.not(), faults);
        return faults;
    }

    private Map<String, @Nullable Object> factsOf(PolicyCase one, List<CaseFault> faults) {
        FactReader reader = new FactReader(catalogue);
        Map<String, @Nullable Object> facts = reader.read(one.facts(), "/facts");
        reader.errors().forEach(error -> faults.add(CaseFault.ofCase(error.pointer(), error.message())));
        return facts;
    }

    private void unknownRows(String pointer, List<String> named, List<CaseFault> faults) {
        for (int i = 0; i < named.size(); i++) {
            if (!rows.contains(named.get(i))) {
                faults.add(
                        CaseFault.ofCase(pointer + i, "%s has no row or rule %s".formatted(policy.id(), named.get(i))));
            }
        }
    }

    /** Runs a case; one that is wrong in itself does not pass, and is not asked. */
    public CaseResult run(PolicyCase one) {
        List<CaseFault> faults = faultsOf(one);
        Map<String, @Nullable Object> facts = factsOf(one, new ArrayList<>());
        Map<String, List<Object>> withdrawn = withdrawn(one, facts, faults);
        if (!faults.isEmpty()) {
            return new CaseResult(one.name(), false, faults, null, List.of());
        }
        Evaluation answer = policy.evaluate(facts, withdrawn, one.asOf().atZone(zone));
        answer.messages().forEach(message -> faults.add(CaseFault.ofCase("", message)));
        if (one.outcome() != null) {
            Differences.between("/outcome", one.outcome(), answer.outcome(), faults);
        }
        compareRows(one, answer, faults);
        return new CaseResult(one.name(), faults.isEmpty(), faults, answer.outcome(), answer.rows());
    }

    private static Map<String, List<Object>> withdrawn(
            PolicyCase one, Map<String, @Nullable Object> facts, List<CaseFault> faults) {
        Map<String, List<Object>> withdrawn = new HashMap<>();
        one.withdrawn().forEach((fact, which) -> {
            List<?> elements = facts.get(fact) instanceof List<?> list ? list : List.of();
            for (int i = 0; i < which.size(); i++) {
                Object element = element(elements, which.get(i));
                if (element == null) {
                    faults.add(CaseFault.ofCase(
                            "/withdrawn/%s/%d".formatted(fact, i), "nothing to take back is " + which.get(i)));
                } else {
                    withdrawn.computeIfAbsent(fact, name -> new ArrayList<>()).add(element);
                }
            }
        });
        return withdrawn;
    }

    private static @Nullable Object element(List<?> elements, Object which) {
        if (which instanceof Integer place) {
            return place >= 0 && place < elements.size() ? elements.get(place) : null;
        }
        return elements.stream()
                .filter(element -> element instanceof Map<?, ?> map && which.equals(map.get("id")))
                .findFirst()
                .orElse(null);
    }

    private static void compareRows(PolicyCase one, Evaluation answer, List<CaseFault> faults) {
        Set<String> decided = answer.rows().stream().map(RowHit::ruleId).collect(Collectors.toSet());
        for (int i = 0; i < one.rules().size(); i++) {
            String row = one.rules().get(i);
            if (!decided.contains(row)) {
                faults.add(new CaseFault("/rules/" + i, row + " does not decide", row, null));
            }
        }
        for (int i = 0; i < one.not().size(); i++) {
            String row = one.not().get(i);
            if (decided.contains(row)) {
                faults.add(new CaseFault("/not/" + i, row + " decides and must not", null, row));
            }
        }
    }
}
