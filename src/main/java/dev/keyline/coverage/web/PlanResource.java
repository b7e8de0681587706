package dev.keyline.coverage.web;

import dev.keyline.access.Role;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.Plans;
import dev.keyline.coverage.Shown;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans", description = "Which account manager and which executive sponsor holds which account.")
class PlanResource {
    private final Plans plans;

    @Inject
    PlanResource(Plans plans) {
        this.plans = plans;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listPlans", summary = "Plans, newest first")
    public Page<Plan> list(@BeanParam PageRequest page) {
        return plans.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPlan", summary = "A plan and how far it is")
    @APIResponseSchema(Plan.class)
    public Response get(@PathParam("id") UUID id) {
        Plan plan = plans.get(id);
        return Response.ok(plan).tag(Versions.tag(plan.revision())).build();
    }

    @GET
    @Path("/{id}/assignments")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPlanAssignments",
            summary = "Who a finished plan gives each account to",
            description = "In the order of the demand list.")
    @APIResponse(responseCode = "200", description = "A stretch of the assignments.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public Page<AssignmentView> assignments(
            @PathParam("id") UUID id,
            @Parameter(description = "`all`, `uncovered`, `sponsor-missing`, `moved` or `pinned`.")
                    @QueryParam("show")
                    @Nullable
                    String show,
            @BeanParam PageRequest page) {
        var assignments = plans.assignments(id, Shown.of(show), page);
        return new Page<>(assignments.items().stream().map(AssignmentView::of).toList(), assignments.nextCursor());
    }

    @GET
    @Path("/{id}/load")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPlanLoads",
            summary = "What a finished plan asks of each person",
            description = "Points, accounts and revenue against what each has to give.")
    @APIResponse(responseCode = "200", description = "A stretch of the people.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public Page<LoadView> load(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var loads = plans.loads(id, page);
        return new Page<>(loads.items().stream().map(LoadView::of).toList(), loads.nextCursor());
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "watchPlan", summary = "The plan at every change, until it ends")
    public Multi<Plan> events(@PathParam("id") UUID id) {
        return plans.events(id);
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed(Role.MANAGER)
    @Operation(operationId = "stopPlan", summary = "End a plan early with the best found so far")
    @APIResponseSchema(value = Plan.class, responseCode = "202", responseDescription = "Asked to end.")
    @APIResponse(responseCode = "409", description = "It has ended already.")
    public Response stop(@PathParam("id") UUID id) {
        plans.stop(id);
        return Response.accepted(plans.get(id)).build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.MANAGER)
    @Operation(operationId = "cancelPlan", summary = "Cancel a plan", description = "Keeps nothing of it.")
    @APIResponseSchema(value = Plan.class, responseCode = "202", responseDescription = "Asked to end.")
    @APIResponse(responseCode = "409", description = "It has ended already.")
    public Response cancel(@PathParam("id") UUID id) {
        plans.cancel(id);
        return Response.accepted(plans.get(id)).build();
    }
}
