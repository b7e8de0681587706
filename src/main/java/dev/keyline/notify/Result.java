package dev.keyline.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt. */
sealed interface Result {
    /** The receiver has it. */
    record Delivered() implements Result {}

    /**
     * It may work later.
     *
     * @param notBefore how long the receiver asks to be left alone
     */
    record Failed(String reason, @Nullable Duration notBefore) implements Result {
        Failed(String reason) {
            this(reason, null);
        }
    }

    /** It will not work by itself. */
    record Hopeless(String reason) implements Result {}

    /** The receiver wants nothing ever again. */
    record Gone(String reason) implements Result {}
}
