package dev.keyline.engine;

import java.util.Map;
import java.util.Set;

/** Which records stand for facts in a rule session: rules match on records, DMN on plain values. */
public interface RuleFactTypes {
    /** By the fact's name. A fact whose value is a list becomes one record an element. */
    Map<String, Class<? extends Record>> byFact();

    /**
     * Records of facts that are single values: each component is the fact of its name. A session has one of each kind that
     * its rules match on, with null where a fact is unknown.
     */
    Set<Class<? extends Record>> ofSingleFacts();

    /** What rules may conclude, by the component of the outcome that lists it. Other conclusions are steps on the way. */
    Map<String, Class<? extends Record>> conclusions();
}
