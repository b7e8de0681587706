package dev.keyline.scenario.web;

import dev.keyline.access.Role;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.Plans;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.scenario.Comparison;
import dev.keyline.scenario.Comparisons;
import dev.keyline.scenario.DifferingAccount;
import dev.keyline.scenario.DifferingPerson;
import dev.keyline.scenario.EditPreview;
import dev.keyline.scenario.Edits;
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
import java.util.List;
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
class PlanComparisonResource {
    private final Jdbi jdbi;
    private final Plans plans;
    private final Comparisons comparisons;
    private final Edits edits;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    PlanComparisonResource(
            Jdbi jdbi,
            Plans plans,
            Comparisons comparisons,
            Edits edits,
            Idempotency idempotency,
            SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.comparisons = comparisons;
        this.edits = edits;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Path("/compare")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "comparePlans",
            summary = "Two finished plans side by side",
            description =
                    "Each judged by its own limits and weights: scores, what every constraint costs, money at risk.")
    @APIResponse(responseCode = "200", description = "The comparison.")
    @APIResponse(responseCode = "404", description = "No such plan.")
    @APIResponse(responseCode = "409", description = "One of them is not finished.")
    public Comparison compare(
            @PathParam("id") UUID id,
            @Parameter(description = "The other plan's id.") @QueryParam("with") @Nullable String with) {
        return comparisons.of(id, other(with));
    }

    @GET
    @Path("/compare/accounts")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "comparePlannedAccounts", summary = "The accounts that two plans give to different people")
    @APIResponse(responseCode = "200", description = "A stretch of them, by id.")
    @APIResponse(responseCode = "404", description = "No such plan.")
    @APIResponse(responseCode = "409", description = "One of them is not finished.")
    public Page<DifferingAccount> accounts(
            @PathParam("id") UUID id,
            @Parameter(description = "The other plan's id.") @QueryParam("with") @Nullable String with,
            @BeanParam PageRequest page) {
        return comparisons.accounts(id, other(with), page);
    }

    @GET
    @Path("/compare/people")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "comparePlannedPeople", summary = "The people whom two plans ask something else of")
    @APIResponse(responseCode = "200", description = "A stretch of them, by id.")
    @APIResponse(responseCode = "404", description = "No such plan.")
    @APIResponse(responseCode = "409", description = "One of them is not finished.")
    public Page<DifferingPerson> people(
            @PathParam("id") UUID id,
            @Parameter(description = "The other plan's id.") @QueryParam("with") @Nullable String with,
            @BeanParam PageRequest page) {
        return comparisons.people(id, other(with), page);
    }

    private static UUID other(@Nullable String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("with", "must be the id of the plan to compare with");
        }
    }

    @POST
    @Path("/edits/preview")
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "previewPlanEdits",
            summary = "What edits by hand would make of a finished plan",
            description =
                    "The difference of the score by constraint, and what the edits would break. Nothing is saved.")
    @APIResponse(responseCode = "200", description = "The difference.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public EditPreview preview(@PathParam("id") UUID id, EditRequest request) {
        return edits.preview(id, request.edits());
    }

    @POST
    @Path("/edits")
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "savePlanEdits",
            summary = "Save a finished plan with edits by hand as a new plan",
            description = "Of origin `edited`, with this one as its parent, which stays as it is.")
    @APIResponseSchema(
            value = Plan.class,
            responseCode = "202",
            responseDescription = "Taken; it is judged, and finished within seconds.")
    @APIResponse(
            responseCode = "409",
            description = "The edits would break something, which is named; or it is not finished.")
    public Response save(
            @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, EditRequest request) {
        NewPlan plan = edits.saved(id, request.edits(), request.name());
        String name = caller.getPrincipal().getName();
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle,
                name,
                key,
                List.of("edits", id, request),
                work -> ScenarioResource.PATH + plans.submit(work, plan, name)));
        plans.begin();
        UUID saved = UUID.fromString(recorded.resource().substring(ScenarioResource.PATH.length()));
        return Response.accepted(plans.get(saved))
                .location(URI.create(recorded.resource()))
                .build();
    }
}
