package dev.keyline.notify.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.keyline.notify.Subscription;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription, and right after a webhook's secret was made, the secret. */
record SubscriptionDocument(
        @JsonUnwrapped Subscription subscription,

        @Schema(
                description = "What a webhook's messages are signed with. Told here and now, never again.",
                nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret) {}
