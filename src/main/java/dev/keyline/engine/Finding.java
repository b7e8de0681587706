package dev.keyline.engine;

import org.jspecify.annotations.Nullable;

/**
 * Something that the engine says about a model or an evaluation of it.
 *
 * @param severity as the engine puts it
 * @param element id of the element of the model it is about; null when it is about none
 * @param text in the engine's words
 */
public record Finding(Severity severity, @Nullable String element, String text) {
    /** How bad it is: an error leaves something without a value. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
