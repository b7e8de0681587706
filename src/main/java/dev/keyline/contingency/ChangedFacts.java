package dev.keyline.contingency;

import dev.keyline.contingency.Event.BudgetCut;
import dev.keyline.contingency.Event.ContactLeaves;
import dev.keyline.contingency.Event.ManagerLeaves;
import dev.keyline.facts.AsOfDay;
import dev.keyline.facts.Derivations;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactReader;
import dev.keyline.facts.FactSource;
import dev.keyline.facts.SourceRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account's facts as they would be. Only facts are changed, in memory: no table is written. */
final class ChangedFacts {
    private static final String REHEARSED = "what-if";

    private final FactCatalogue catalogue;
    private final Event event;
    private final ZonedDateTime asOf;

    ChangedFacts(FactCatalogue catalogue, Event event, ZonedDateTime asOf) {
        this.catalogue = catalogue;
        this.event = event;
        this.asOf = asOf;
    }

    /** The facts after the event; those given stay as they are. */
    Map<String, @Nullable Object> of(Map<String, @Nullable Object> before) {
        Map<String, @Nullable Object> after = new HashMap<>(before);
        if (event instanceof ManagerLeaves leaves) {
            catalogue.find("managerLeavesOn").ifPresent(fact -> after.put(fact.name(), leaves.on()));
        } else if (event instanceof ContactLeaves leaves) {
            leave(after, leaves);
        } else if (event instanceof BudgetCut cut) {
            cut(after, cut);
        }
        return after;
    }

    private void leave(Map<String, @Nullable Object> facts, ContactLeaves event) {
        for (Fact list : listsOf("contacts")) {
            List<Map<String, @Nullable Object>> contacts = new ArrayList<>();
            for (Map<String, @Nullable Object> contact : elements(facts.get(list.name()))) {
                Map<String, @Nullable Object> changed = new LinkedHashMap<>(contact);
                if (event.contact().equals(contact.get("id"))) {
                    changed.put("leftOn", event.on());
                }
                contacts.add(changed);
            }
            facts.put(list.name(), contacts);
            if (isWhole((FactSource.Records) list.source())) {
                deriveAgain("contacts", contacts, facts);
            }
        }
    }

    /** Counts of contacts, days since the last touch and the like follow from who is left. */
    private void deriveAgain(
            String source, List<Map<String, @Nullable Object>> elements, Map<String, @Nullable Object> facts) {
        List<SourceRecord> records = elements.stream().map(SourceRecord::new).toList();
        AsOfDay day = new AsOfDay(asOf.toLocalDate(), asOf.getZone(), Map.of()); // no contact has an amount
        for (Fact fact : catalogue.all()) {
            if (fact.source() instanceof FactSource.Derivation derivation
                    && derivation.of().equals(source)) {
                facts.put(fact.name(), Derivations.of(derivation, records, day));
            }
        }
    }

    private void cut(Map<String, @Nullable Object> facts, BudgetCut event) {
        BigDecimal left = BigDecimal.ONE.subtract(event.by());
        for (Fact fact : catalogue.all()) {
            if (isContractValue(fact) && facts.get(fact.name()) instanceof BigDecimal value) {
                facts.put(fact.name(), value.multiply(left).setScale(2, RoundingMode.HALF_EVEN));
            }
        }
        Map<String, Object> signal = Map.of(
                "id",
                REHEARSED,
                "kind",
                "budget-cut",
                "detail",
                "Rehearsed: the budget is cut by "
                        + event.by().movePointRight(2).stripTrailingZeros().toPlainString() + " %",
                "occurredAt",
                asOf);
        for (Fact list : listsOf("signals")) {
            List<Map<String, @Nullable Object>> signals = new ArrayList<>(elements(facts.get(list.name())));
            signals.addAll(elements(read(list.name(), List.of(signal))));
            facts.put(list.name(), signals);
        }
    }

    /** What running contracts are worth a year, however the catalogue calls it. */
    private static boolean isContractValue(Fact fact) {
        return fact.source() instanceof FactSource.Derivation derivation
                && derivation.of().equals("contracts")
                && derivation.derive() == FactSource.Function.SUM
                && "annualValue".equals(derivation.field());
    }

    private List<Fact> listsOf(String source) {
        return catalogue.all().stream()
                .filter(fact -> fact.source() instanceof FactSource.Records records
                        && records.of().equals(source))
                .toList();
    }

    private static boolean isWhole(FactSource.Records list) {
        return list.during() == null && list.where() == null && list.within() == null;
    }

    /** With every component that the vocabulary gives such a record, as the portfolio's own have. */
    private @Nullable Object read(String fact, Object value) {
        FactReader reader = new FactReader(catalogue);
        Object read = reader.read(Map.of(fact, value), "").get(fact);
        if (!reader.errors().isEmpty()) {
            throw new IllegalStateException("the catalogue refuses a rehearsed " + fact + ": " + reader.errors());
        }
        return read;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> elements(@Nullable Object list) {
        return Objects.requireNonNullElse((List<Map<String, @Nullable Object>>) list, List.of());
    }
}
