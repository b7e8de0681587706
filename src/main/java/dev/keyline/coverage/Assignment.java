package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Who a plan gives an account to.
 *
 * @param position in the demand list, from 0
 * @param accountManager null: uncovered
 * @param sponsor null: none needed, or missing
 * @param moved whether the account had another manager before
 * @param pinned whether its manager was decided before the solver began
 * @param sponsorMissing whether it must have a sponsor and has none
 * @param reason why something is missing or unusual, in sentences; null when nothing is
 */
public record Assignment(
        int position,
        String account,
        String accountName,
        Tier tier,
        Points points,
        @Nullable PersonRef accountManager,
        @Nullable PersonRef sponsor,
        boolean moved,
        boolean pinned,
        boolean sponsorMissing,
        @Nullable String reason) {
    /** Who has it, by id. */
    public Holders holders() {
        return new Holders(accountManager == null ? null : accountManager.id(), sponsor == null ? null : sponsor.id());
    }
}
