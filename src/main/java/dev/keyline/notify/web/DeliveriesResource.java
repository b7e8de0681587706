package dev.keyline.notify.web;

import dev.keyline.access.Role;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.notify.Delivery;
import dev.keyline.notify.DeliveryState;
import dev.keyline.notify.Notifications;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/notifications/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
class DeliveriesResource {
    private static final String PATH = "/notifications/deliveries/";

    private final Jdbi jdbi;
    private final Notifications notifications;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    DeliveriesResource(Jdbi jdbi, Notifications notifications, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.notifications = notifications;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listDeliveries",
            summary = "Deliveries of notifications, newest first",
            description = "`state=dead` are those that were given up.")
    public Page<Delivery> list(
            @Parameter(description = "waiting, delivered or dead; absent: any.") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "To this subscription only.") @QueryParam("subscription") @Nullable
                    String subscription,
            @BeanParam PageRequest page) {
        return notifications.deliveries(state(state), id(subscription), page);
    }

    private static @Nullable DeliveryState state(@Nullable String word) {
        return word == null
                ? null
                : DeliveryState.named(word)
                        .orElseThrow(() -> new BadInputException("state", "must be one of waiting, delivered, dead"));
    }

    // text, because an id that does not parse would be answered with 404, as if the list did not exist
    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("subscription", "must be a subscription's id");
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getDelivery", summary = "A delivery and how far it is")
    public Delivery get(@PathParam("id") UUID id) {
        return notifications.delivery(id);
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "sendDeliveryAgain",
            summary = "Send a dead delivery again",
            description = "With the notification's own id, and as many attempts as a new one has.")
    @APIResponseSchema(value = Delivery.class, responseCode = "202", responseDescription = "Waiting to be sent.")
    @APIResponse(responseCode = "409", description = "It is not dead, or its subscription is off or gone.")
    public Response sendAgain(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
        String path = PATH + id;
        jdbi.useTransaction(
                handle -> idempotency.once(handle, caller.getPrincipal().getName(), key, path, work -> {
                    notifications.sendAgain(work, id);
                    return path;
                }));
        notifications.wake();
        return Response.accepted(notifications.delivery(id))
                .location(URI.create(path))
                .build();
    }
}
