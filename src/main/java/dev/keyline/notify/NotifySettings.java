package dev.keyline.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How notifications are delivered; see src/docs/notifications.md. */
@ConfigMapping(prefix = "keyline.notify")
interface NotifySettings {
    /** Whether webhooks may be at loopback and private addresses. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Attempts until a delivery is dead. */
    @WithDefault("10")
    int attempts();

    /** Between the first attempt and the second; it doubles from one to the next. */
    @WithDefault("PT10S")
    Duration firstWait();

    @WithDefault("PT1H")
    Duration longestWait();

    /** How long a receiver may take. */
    @WithDefault("PT10S")
    Duration timeout();

    /** What CloudEvents name as their source. */
    @WithDefault("/keyline")
    String source();
}
