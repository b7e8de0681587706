package dev.keyline.notify;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One notification on its way to one subscription, and of e-mail to one person. */
public record Delivery(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The notification's id.") UUID notificationId,

        @Schema(description = "What kind of thing happened.")
        String type,

        @Schema(description = "The account's id.") String account,
        @Schema(description = "The subscription's id.") UUID subscriptionId,
        @Schema(description = "webhook, email or kafka.") Channel channel,

        @Schema(description = "Of e-mail to people's own addresses: the person's id.", nullable = true) @Nullable
        String recipient,

        @Schema(description = "waiting, delivered or dead.") DeliveryState state,
        @Schema(description = "Attempts begun.") int attempts,

        @Schema(description = "While waiting: when it is tried again, at the latest.", nullable = true) @Nullable
        Instant dueAt,

        @Schema(description = "When the last attempt began.", nullable = true) @Nullable
        Instant lastAttemptAt,

        @Schema(description = "What came of the last attempt that failed.", nullable = true) @Nullable
        String lastError,

        @Schema(description = "When the receiver had taken it.", nullable = true) @Nullable
        Instant deliveredAt) {}
