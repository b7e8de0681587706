package dev.keyline.notify.web;

import dev.keyline.access.Role;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.notify.Subscription;
import dev.keyline.notify.SubscriptionDraft;
import dev.keyline.notify.Subscriptions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/notifications/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
class SubscriptionsResource {
    private static final String PATH = "/notifications/subscriptions/";

    private final Jdbi jdbi;
    private final Subscriptions subscriptions;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    SubscriptionsResource(Jdbi jdbi, Subscriptions subscriptions, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.subscriptions = subscriptions;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listSubscriptions", summary = "Subscriptions to notifications, newest first")
    public Page<Subscription> list(@BeanParam PageRequest page) {
        return subscriptions.list(page);
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "makeSubscription",
            summary = "Subscribe to notifications",
            description =
                    "A webhook's answer holds the secret its messages are signed with; it is never told again, a repeated request's answer is without it.")
    @APIResponseSchema(
            value = SubscriptionDocument.class,
            responseCode = "201",
            responseDescription = "New; ETag names the state.")
    @APIResponse(responseCode = "409", description = "No server is configured for the channel.")
    public Response make(@HeaderParam(Idempotency.HEADER) @Nullable String key, SubscriptionDraft draft) {
        String name = caller.getPrincipal().getName();
        AtomicReference<@Nullable String> secret = new AtomicReference<>();
        Idempotency.Recorded recorded = jdbi.inTransaction(handle ->
                idempotency.once(handle, name, key, List.of("subscription", draft), work -> {
                    Subscriptions.Made made = subscriptions.make(work, draft, name);
                    secret.set(made.secret());
                    return PATH + made.id();
                }));
        Subscription subscription =
                subscriptions.get(UUID.fromString(recorded.resource().substring(PATH.length())));
        return recorded.answer()
                .entity(new SubscriptionDocument(subscription, secret.get()))
                .tag(Versions.tag(subscription.revision()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getSubscription", summary = "A subscription")
    @APIResponseSchema(
            value = Subscription.class,
            responseCode = "200",
            responseDescription = "The subscription; ETag names the state.")
    public Response get(@PathParam("id") UUID id) {
        return answer(subscriptions.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "putSubscription",
            summary = "Replace a subscription",
            description = "Its channel and secret stay; one that the service switched off goes on again by this.")
    @APIResponseSchema(value = Subscription.class, responseCode = "200", responseDescription = "Replaced.")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SubscriptionDraft draft) {
        subscriptions.replace(id, ifMatch, draft);
        return answer(subscriptions.get(id));
    }

    @POST
    @Path("/{id}/secret")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "renewSubscriptionSecret",
            summary = "Give a webhook a new secret",
            description = "The old one is void at once; the new one is told in this answer and never again.")
    @APIResponseSchema(
            value = SubscriptionDocument.class,
            responseCode = "200",
            responseDescription = "The subscription and its new secret.")
    @APIResponse(responseCode = "409", description = "It is no webhook.")
    public Response renewSecret(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String secret = subscriptions.renewSecret(id, ifMatch);
        Subscription subscription = subscriptions.get(id);
        return Response.ok(new SubscriptionDocument(subscription, secret))
                .tag(Versions.tag(subscription.revision()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "removeSubscription",
            summary = "Remove a subscription",
            description = "Its deliveries stay on record; those under way are given up.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        subscriptions.remove(id, ifMatch);
    }

    private static Response answer(Subscription subscription) {
        return Response.ok(subscription)
                .tag(Versions.tag(subscription.revision()))
                .build();
    }
}
