package dev.keyline.facts;

import dev.keyline.engine.FactType;

/** A word that policies may use: its type and where its value comes from. */
public record Fact(FactType type, FactSource source) {
    public String name() {
        return type.name();
    }

    public boolean required() {
        return source.required();
    }
}
