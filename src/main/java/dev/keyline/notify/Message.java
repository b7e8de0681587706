package dev.keyline.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent in one attempt.
 *
 * @param delivery the delivery's id
 * @param attempt counts those since somebody last asked for it, from 1
 * @param lostAt when somebody else begins the next attempt, if this one has not ended
 * @param target a URL, topic or address; null when mail goes to a person who has no address
 * @param secret of a webhook
 */
record Message(
        UUID delivery,
        int attempt,
        Instant lostAt,
        UUID subscription,
        boolean enabled,
        Channel channel,
        @Nullable String target,
        @Nullable String secret,
        @Nullable String recipient,
        Notification notification) {}
