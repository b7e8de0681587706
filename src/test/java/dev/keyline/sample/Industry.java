package dev.keyline.sample;

import java.util.List;

/** The industries of the sample, each with the words its companies carry in their names. */
enum Industry {
    MANUFACTURING("Manufacturing", "Works|Machines|Tooling"),
    SOFTWARE("Software", "Systems|Software|Cloud"),
    RETAIL("Retail", "Stores|Market|Outfitters"),
    LOGISTICS("Logistics", "Logistics|Freight|Lines"),
    FINANCE("Financial Services", "Bank|Capital|Payments"),
    INSURANCE("Insurance", "Insurance|Mutual|Assurance"),
    HEALTH("Healthcare", "Clinics|Health|Diagnostics"),
    PHARMA("Pharmaceuticals", "Pharma|Biologics|Laboratories"),
    ENERGY("Energy", "Energy|Grid|Renewables"),
    TELECOM("Telecommunications", "Telecom|Networks|Mobile");

    final String label;
    private final String words;

    Industry(String label, String words) {
        this.label = label;
        this.words = words;
    }

    List<String> words() {
        return List.of(words.split("\\|"));
    }
}
