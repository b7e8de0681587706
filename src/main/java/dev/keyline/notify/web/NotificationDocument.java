package dev.keyline.notify.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.keyline.notify.Delivery;
import dev.keyline.notify.Notification;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notification with what became of it. */
record NotificationDocument(
        @JsonUnwrapped Notification notification,

        @Schema(description = "Its deliveries.") List<Delivery> deliveries) {}
