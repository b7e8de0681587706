package dev.keyline.portfolio.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant: a mistyped name's nearest neighbour. */
final class Nearest {
    private Nearest() {}

    /** {@code "; did you mean 'x'?"} when one of {@code names} is near, else the list of them. */
    static String hint(String name, Collection<String> names) {
        Optional<String> nearest =
                names.stream().min(Comparator.comparingInt(candidate -> distance(plain(name), plain(candidate))));
        if (nearest.isPresent() && distance(plain(name), plain(nearest.get())) <= Math.max(1, name.length() / 3)) {
            return "; did you mean '" + nearest.get() + "'?";
        }
        return names.isEmpty() ? "" : "; there are " + String.join(", ", names);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
