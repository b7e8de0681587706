package dev.keyline.portfolio.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant: a mistyped name's nearest neighbour. */
final class Nearest {
    private static final int LONGEST = 40;

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
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** How many letters are to be put in, left out, changed or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
