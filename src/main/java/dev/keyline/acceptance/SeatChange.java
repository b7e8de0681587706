package dev.keyline.acceptance;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A seat that changes hands.
 *
 * @param role as in table {@code assignment}
 * @param before null: nobody
 * @param after null: nobody
 */
record SeatChange(
        String account,
        String role,
        @Nullable Held before,
        @Nullable Held after) {
    /**
     * Who holds a seat.
     *
     * @param since null: unknown
     */
    record Held(String person, @Nullable LocalDate since, boolean pinned) {}

    /** Whether this person, or nobody, holds the seat before. */
    boolean isFrom(@Nullable Held holder) {
        return Objects.equals(person(before), person(holder));
    }

    boolean isTo(@Nullable Held holder) {
        return Objects.equals(person(after), person(holder));
    }

    SeatChange back() {
        return new SeatChange(account, role, /* before= */ after, /* after= */ before);
    }

    static @Nullable String person(@Nullable Held held) {
        return held == null ? null : held.person();
    }
}
