package dev.keyline.notify;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends by one channel. */
interface Sender {
    Channel channel();

    /** Whether the settings name a server; a webhook needs none. */
    boolean isConfigured();

    /** How long an attempt takes at most. */
    Duration longest();

    /** Sends, on a thread that may wait; a failure that is thrown or completes it counts as {@link Result.Failed}. */
    CompletionStage<Result> send(Message message);
}
