package dev.keyline.facts;

/** The fact catalogue that is in force now. */
public interface CatalogueInForce {
    FactCatalogue catalogue();
}
