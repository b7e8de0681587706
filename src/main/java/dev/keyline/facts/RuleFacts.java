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
        return Map.of(
                "usageReadings", UsageReading.class,
                "answerTimes", UsageReading.class,
                "entitlements", EntitlementFact.class,
                "contacts", ContactFact.class,
                "tickets", TicketFact.class,
                "signals", SignalFact.class,
                "earlyWarningLimits", EarlyWarningLimits.class,
                "expansionLimits", ExpansionLimits.class,
                "whitespace", WhitespaceFact.class);
    }

    @Override
    public Set<Class<? extends Record>> ofSingleFacts() {
        return Set.of(CapacityUse.class, CustomerVoice.class, ContractState.class);
    }

    @Override
    public Map<String, Class<? extends Record>> conclusions() {
        return Map.of("warnings", Warning.class, "expansionSigns", ExpansionSign.class);
    }
}
