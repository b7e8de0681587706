package dev.keyline.notify.web;

import dev.keyline.access.Role;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.notify.Notification;
import dev.keyline.notify.Notifications;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/notifications")
@Tag(
        name = "Notifications",
        description =
                "What happened, and how it is told by webhook, e-mail and Kafka: at least once, with a stable id.")
class NotificationsResource {
    private final Notifications notifications;

    @Inject
    NotificationsResource(Notifications notifications) {
        this.notifications = notifications;
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listNotifications", summary = "Notifications, newest first")
    public Page<Notification> list(
            @Parameter(description = "Of this account only.") @QueryParam("account") @Nullable String account,
            @Parameter(description = "Of this type only, such as case.opened.") @QueryParam("type") @Nullable
                    String type,
            @BeanParam PageRequest page) {
        return notifications.list(account, type, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getNotification", summary = "A notification and its deliveries")
    public NotificationDocument get(@PathParam("id") UUID id) {
        return new NotificationDocument(notifications.get(id), notifications.deliveriesOf(id));
    }
}
