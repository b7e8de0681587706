package dev.keyline.engine;

import java.util.Map;

/** Which record a fact becomes in a rule session: rules match on records, DMN on plain values. */
public interface RuleFactTypes {
    /** By the fact's name. A fact whose value is a list becomes one record an element. */
    Map<String, Class<? extends Record>> byFact();
}
