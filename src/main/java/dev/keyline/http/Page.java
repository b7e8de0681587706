package dev.keyline.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param items in the list's order
 * @param nextCursor what to send as {@code cursor} for the following stretch, null at the end
 */
public record Page<T>(
        @Schema(description = "The items, in the list's order.")
        List<T> items,

        @Schema(
                description = "Send it as `cursor` to get the items that follow; null when there are none.",
                nullable = true)
        @Nullable
        String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}
