package dev.keyline.impact.web;

import dev.keyline.access.Role;
import dev.keyline.http.ConflictException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.impact.ChangedAccount;
import dev.keyline.impact.Impact;
import dev.keyline.impact.Impacts;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/impacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Impacts", description = "What drafts would change for accounts, people and callers. Nothing is decided.")
class ImpactResource {
    private final Impacts impacts;
    private final ImpactRequests requests;

    @Inject
    ImpactResource(Impacts impacts, ImpactRequests requests) {
        this.impacts = impacts;
        this.requests = requests;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.MANAGER})
    @Operation(
            operationId = "startImpact",
            summary = "Rehearse drafts or versions together",
            description =
                    "Runs on its own. What is asked of people supposes that everybody keeps the accounts they have,"
                            + " unless `replan` asks for a solve. Nothing is recorded as decided.")
    @APIResponseSchema(
            value = Impact.class,
            responseCode = "202",
            responseDescription = "Under way; Location says where to look.")
    @APIResponse(responseCode = "404", description = "No such draft or version.")
    @APIResponse(responseCode = "422", description = "The texts could not answer; `errors` says why.")
    public Response start(@HeaderParam(Idempotency.HEADER) @Nullable String key, AskedImpact asked) {
        return requests.start(asked, key);
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listImpacts", summary = "Impacts, newest first")
    public Page<Impact> list(@BeanParam PageRequest page) {
        return impacts.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getImpact", summary = "An impact and how far it is")
    public Impact get(@PathParam("id") UUID id) {
        return impacts.get(id);
    }

    @GET
    @Path("/{id}/accounts")
    @RolesAllowed({Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listChangedAccounts", summary = "The accounts that would change, and by which rows")
    @APIResponse(responseCode = "200", description = "A stretch of the accounts.")
    @APIResponse(responseCode = "409", description = "It is not finished.")
    public Page<ChangedAccount> accounts(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return impacts.accounts(id, page);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "watchImpact", summary = "The impact at every change, until it ends")
    public Multi<Impact> events(@PathParam("id") UUID id) {
        return impacts.events(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.MANAGER})
    @Operation(operationId = "cancelImpact", summary = "Cancel an impact", description = "Nothing of it is kept.")
    @APIResponseSchema(value = Impact.class, responseCode = "202", responseDescription = "Asked to end.")
    @APIResponse(responseCode = "409", description = "It has ended already.")
    public Response cancel(@PathParam("id") UUID id) {
        if (!impacts.cancel(id)) {
            throw new ConflictException("impact " + id + " has ended already");
        }
        return Response.accepted(impacts.get(id)).build();
    }
}
