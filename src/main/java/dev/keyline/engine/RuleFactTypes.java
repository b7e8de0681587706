package dev.keyline.engine;

import java.util.Map;

/** Which records stand for facts in a rule session: rules match on records, DMN on plain values. */
public interface RuleFactTypes {
    /** By the fact's name. A fact whose value is a list becomes one record an element. */
    Map<String, Class<? extends Record>> byFact();

    /** What rules may conclude, by the component of the outcome that lists it. Other conclusions are steps on the way. */
    Map<String, Class<? extends Record>> conclusions();
}
