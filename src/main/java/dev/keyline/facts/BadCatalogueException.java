package dev.keyline.facts;

import java.util.List;

/** The fact catalogue contradicts itself or the vocabulary. */
public final class BadCatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCatalogueException(List<String> problems) {
        super("fact catalogue: " + String.join("; ", problems));
    }
}
