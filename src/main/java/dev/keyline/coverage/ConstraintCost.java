package dev.keyline.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One constraint's part in a score.
 *
 * @param weight of a soft constraint, percent of its price; null for the others
 * @param cost what it takes off its level of the score, 0 or more; of a soft one in hundredths of the reporting currency
 * @param matches where it takes something off, the costliest first
 */
public record ConstraintCost(
        String constraint, ConstraintLevel level, @Nullable Integer weight, long cost, List<Match> matches) {
    /**
     * One place where a constraint takes something off.
     *
     * @param account null where it is about all that somebody holds
     * @param person null where nobody has the account
     */
    public record Match(@Nullable String account, @Nullable String person, long cost) {}

    public ConstraintCost {
        matches = List.copyOf(matches);
    }
}
