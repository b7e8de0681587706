package dev.keyline.coverage;

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
}
