package dev.keyline.accountplan.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.access.Role;
import dev.keyline.accountplan.AccountPlan;
import dev.keyline.accountplan.AccountPlans;
import dev.keyline.accountplan.PlanChange;
import dev.keyline.accountplan.PlanDifference;
import dev.keyline.accountplan.PlanDocument;
import dev.keyline.accountplan.PlanEdit;
import dev.keyline.accountplan.PlanVersion;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/accounts/{id}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account plans", description = "What people know of an account and mean to do with it.")
class PlanResource {
    private final AccountPlans plans;
    private final SecurityIdentity caller;

    @Inject
    PlanResource(AccountPlans plans, SecurityIdentity caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getAccountPlan",
            summary = "An account's plan",
            description = "An account that has none yet answers with an empty one at revision 0.")
    @APIResponseSchema(
            value = AccountPlan.class,
            responseCode = "200",
            responseDescription = "The plan; ETag names its revision.")
    public Response get(@PathParam("id") String id) {
        return answer(plans.get(id));
    }

    @PUT
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "putAccountPlan",
            summary = "Write an account's plan",
            description =
                    "The whole document: a section that is left out is emptied. Entries keep the ids they carry; those without get one. The same document again is no new version.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanDocument.class)), required = true)
    @APIResponseSchema(
            value = AccountPlan.class,
            responseCode = "200",
            responseDescription = "Written; ETag names the new revision.")
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message,
            JsonNode body) {
        AccountPlans.Author author =
                new AccountPlans.Author(caller.getPrincipal().getName(), message);
        return answer(plans.edit(id, ifMatch, author, PlanEdit.replacePlan(body)));
    }

    static Response answer(AccountPlan plan) {
        return Response.ok(plan).tag(Versions.tag(plan.revision())).build();
    }

    @GET
    @Path("/versions")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listAccountPlanVersions", summary = "Who changed the plan when and why, newest first")
    public Page<PlanChange> versions(@PathParam("id") String id, @BeanParam PageRequest page) {
        return plans.versions(id, page);
    }

    @GET
    @Path("/versions/{number}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getAccountPlanVersion", summary = "The plan as it was")
    @APIResponse(responseCode = "200", description = "The version.")
    @APIResponse(responseCode = "404", description = "No such version.")
    public PlanVersion version(
            @PathParam("id") String id,
            @Parameter(description = "The version's number.") @PathParam("number") String number) {
        return plans.version(id, number("number", number));
    }

    @GET
    @Path("/versions/{number}/changes")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "compareAccountPlanVersions",
            summary = "What a version changed, in words",
            description = "Against the version before, or any other.")
    @APIResponse(responseCode = "200", description = "Entries that were added, changed or removed.")
    @APIResponse(responseCode = "404", description = "No such version.")
    public List<PlanDifference.Entry> changes(
            @PathParam("id") String id,
            @Parameter(description = "The version's number.") @PathParam("number") String number,
            @Parameter(description = "The version to compare it with; 0 is the empty plan. Absent: the one before.")
                    @QueryParam("since")
                    @Nullable
                    String since) {
        long to = number("number", number);
        return plans.difference(id, since == null ? Math.max(0, to - 1) : number("since", since), to);
    }

    // text, because a number that does not parse would be answered as if the address did not exist
    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new BadInputException(name, "must be a version's number");
        }
    }
}
