package dev.keyline.portfolio;

import java.util.Map;

/**
 * What became of rows that were to be written.
 *
 * @param unchanged stood there like that already
 * @param refused the reason by the row's place in the list, from 0
 */
public record Written(int inserted, int updated, int unchanged, Map<Integer, String> refused) {
    /** Whether anything is different now. */
    public boolean changed() {
        return inserted + updated > 0;
    }
}
