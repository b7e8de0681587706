package dev.keyline.coverage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who has an account in some plan, by id.
 *
 * @param accountManager null: nobody
 * @param sponsor null: nobody
 */
public record Holders(
        @Nullable String accountManager, @Nullable String sponsor) {
    static final Holders NOBODY = new Holders(null, null);

    /** By account. */
    public static Map<String, Holders> of(List<Assignment> assignments) {
        return assignments.stream().collect(Collectors.toMap(Assignment::account, Assignment::holders));
    }
}
