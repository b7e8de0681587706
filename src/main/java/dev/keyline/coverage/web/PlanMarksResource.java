package dev.keyline.coverage.web;

import dev.keyline.access.Role;
import dev.keyline.coverage.Locks;
import dev.keyline.coverage.Pin;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.Plans;
import dev.keyline.coverage.Seat;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
class PlanMarksResource {
    private final Jdbi jdbi;
    private final Plans plans;
    private final Locks locks;
    private final SecurityIdentity caller;

    @Inject
    PlanMarksResource(Jdbi jdbi, Plans plans, Locks locks, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.locks = locks;
        this.caller = caller;
    }

    @PUT
    @Path("/label")
    @RolesAllowed(Role.MANAGER)
    @Operation(operationId = "labelPlan", summary = "Name a plan and note something on it")
    @APIResponseSchema(Plan.class)
    public Response label(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, PlanLabel sent) {
        PlanLabel label = sent.checked();
        jdbi.useTransaction(handle -> plans.label(handle, id, ifMatch, label.name(), label.note()));
        return answer(id);
    }

    @GET
    @Path("/pins")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPlanLocks",
            summary = "The seats of a plan that are locked",
            description = "Every plan made from this one keeps them, and so does the portfolio once it is accepted.")
    @APIResponse(responseCode = "200", description = "The locks, by account.")
    public Page<Pin> pins(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return locks.page(id, page);
    }

    @PUT
    @Path("/pins/{account}/{seat}")
    @RolesAllowed(Role.MANAGER)
    @Operation(operationId = "lockPlanSeat", summary = "Lock a seat for the person whom the plan gives it to")
    @APIResponseSchema(Plan.class)
    @APIResponse(responseCode = "409", description = "The plan is not finished, or gives the seat to nobody.")
    public Response lock(
            @PathParam("id") UUID id,
            @PathParam("account") String account,
            @Parameter(description = "`account-manager` or `executive-sponsor`.") @PathParam("seat") String seat,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Seat named = seat(seat);
        String name = caller.getPrincipal().getName();
        jdbi.useTransaction(handle -> locks.put(handle, id, account, named, ifMatch, name));
        return answer(id);
    }

    @DELETE
    @Path("/pins/{account}/{seat}")
    @RolesAllowed(Role.MANAGER)
    @Operation(operationId = "unlockPlanSeat", summary = "Take a lock away")
    @APIResponseSchema(Plan.class)
    public Response unlock(
            @PathParam("id") UUID id,
            @PathParam("account") String account,
            @Parameter(description = "`account-manager` or `executive-sponsor`.") @PathParam("seat") String seat,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Seat named = seat(seat);
        jdbi.useTransaction(handle -> locks.remove(handle, id, account, named, ifMatch));
        return answer(id);
    }

    private static Seat seat(String word) {
        try {
            return Seat.named(word);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("seat", word);
        }
    }

    private Response answer(UUID id) {
        Plan plan = plans.get(id);
        return Response.ok(plan).tag(Versions.tag(plan.revision())).build();
    }
}
