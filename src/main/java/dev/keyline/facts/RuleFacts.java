package dev.keyline.facts;

import dev.keyline.engine.RuleFactTypes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** The records that rules match on, by the fact they stand for. */
@Singleton
public class RuleFacts implements RuleFactTypes {
    @Override
    public Map<String, Class<? extends Record>> byFact() {
        return Map.ofEntries(
                Map.entry("usageReadings", UsageReading.class),
                Map.entry("answerTimes", UsageReading.class),
                Map.entry("entitlements", EntitlementFact.class),
                Map.entry("contacts", ContactFact.class),
                Map.entry("tickets", TicketFact.class),
                Map.entry("signals", SignalFact.class),
                Map.entry("earlyWarningLimits", EarlyWarningLimits.class),
                Map.entry("warnings", Warning.class),
                Map.entry("escalationMatrix", EscalationMatrix.class),
                Map.entry("openCases", OpenCase.class),
                Map.entry("expansionLimits", ExpansionLimits.class),
                Map.entry("whitespace", WhitespaceFact.class));
    }

    @Override
    public Set<Class<? extends Record>> ofSingleFacts() {
        return Set.of(CapacityUse.class, CustomerVoice.class, ContractState.class);
    }

    @Override
    public Map<String, Class<? extends Record>> conclusions() {
        return Map.ofEntries(
                Map.entry("warnings", Warning.class),
                Map.entry("escalations", Escalation.class),
                Map.entry("contingencyEvents", ContingencyEvent.class),
                Map.entry("expansionSigns", ExpansionSign.class));
    }
}
