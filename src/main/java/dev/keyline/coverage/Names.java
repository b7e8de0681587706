package dev.keyline.coverage;

import java.util.List;

/** Lists in sentences. */
final class Names {
    private static final int SHOWN = 5;

    private Names() {}

    /** As in "a, b, c"; of more than five the first five "and 7 more". */
    static String list(List<String> items) {
        return items.size() <= SHOWN
                ? String.join(", ", items)
                : String.join(", ", items.subList(0, SHOWN)) + " and " + (items.size() - SHOWN) + " more";
    }
}
