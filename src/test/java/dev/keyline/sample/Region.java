package dev.keyline.sample;

/** The sales regions, and how many of the 500 accounts each holds: in proportion to its managers' hours. */
enum Region {
    EAST("North America East", 85),
    WEST("North America West", 67),
    LATIN("Latin America", 48),
    ISLES("UK and Ireland", 66),
    DACH("DACH", 84),
    FRANCE("France and Benelux", 51),
    SOUTH("Southern Europe", 51),
    ASIA("Asia", 48);

    final String label;
    final int accounts;

    Region(String label, int accounts) {
        this.label = label;
        this.accounts = accounts;
    }
}
