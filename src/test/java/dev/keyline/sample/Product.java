package dev.keyline.sample;

/** What the sample's own company sells. */
enum Product {
    WORKSPACE("P1", "Workspace", "Platform", true, 10),
    INSIGHT("P2", "Insight Analytics", "Analytics", true, 7),
    CONNECT("P3", "Connect API", "Integration", false, 6),
    FORECAST("P4", "Forecast", "Analytics", true, 5),
    BRIDGE("P5", "Data Bridge", "Integration", false, 4),
    FIELD("P6", "Field Mobile", "Mobility", true, 4),
    SHIELD("P7", "Shield", "Security", true, 3),
    ARCHIVE("P8", "Archive", "Security", false, 2),
    CARE("P9", "Premium Care", "Services", false, 2);

    final String id;
    final String label;
    final String family;
    /** Licensed by the seat, or by the site. */
    final boolean seated;
    /** Part of the price of a bundle, relative to the other products in it. */
    final int weight;

    Product(String id, String label, String family, boolean seated, int weight) {
        this.id = id;
        this.label = label;
        this.family = family;
        this.seated = seated;
        this.weight = weight;
    }

    static Table table() {
        Table table = new Table("product", "id", "name", "family");
        for (Product product : values()) {
            table.add(product.id, product.label, product.family);
        }
        return table;
    }
}
