package dev.keyline.http;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is asked for; taken by resource methods as a {@code @BeanParam}. The list is walked by key
 * (the last item seen), so that it stays right while rows come and go.
 */
public final class PageRequest {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 1000;

    // text, because a number that does not parse would be answered with 404, as if the list did not exist
    @QueryParam("limit")
    @Parameter(
            description = "How many items at most, 1 to 1000.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `nextCursor` of the stretch before. Absent for the beginning.")
    @Nullable
    String cursor;

    public PageRequest() {}

    PageRequest(@Nullable String limit, @Nullable String cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    /** The first stretch, for callers that are not HTTP. */
    public static PageRequest first(int limit) {
        return new PageRequest(Integer.toString(limit), null);
    }

    /**
     * How many items to answer with, 1 to 1000. Fetch one more than that: {@link #page} tells from it whether there is
     * a next stretch.
     *
     * @throws BadInputException naming {@code limit}
     */
    public int limit() {
        if (limit == null || limit.isBlank()) {
            return DEFAULT_LIMIT;
        }
        try {
            int asked = Integer.parseInt(limit.strip());
            if (asked >= 1 && asked <= MAX_LIMIT) {
                return asked;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        throw new BadInputException("limit", "must be a whole number from 1 to " + MAX_LIMIT);
    }

    /**
     * The key of the last item of the stretch before, empty at the beginning.
     *
     * @param keyType the type that was given to {@link #page} as key
     * @throws BadInputException naming {@code cursor}, when it is not one that this list gave out
     */
    public <K> Optional<K> after(Class<K> keyType) {
        return cursor == null || cursor.isBlank() ? Optional.empty() : Optional.of(Cursor.decode(cursor, keyType));
    }

    /**
     * Cuts what was fetched down to the stretch asked for.
     *
     * @param fetched up to {@code limit() + 1} items
     * @param key the sort key of an item: a record or a simple value that JSON can hold
     */
    public <T> Page<T> page(List<T> fetched, Function<? super T, ?> key) {
        int limit = limit();
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, Cursor.encode(key.apply(items.get(limit - 1))));
    }
}
