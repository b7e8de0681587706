package dev.keyline.coverage.web;

import dev.keyline.access.Role;
import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Explanations;
import dev.keyline.coverage.PersonLoad;
import dev.keyline.coverage.PlanExplanation;
import dev.keyline.coverage.Recommendation;
import dev.keyline.coverage.WhyManager;
import dev.keyline.http.BadInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/plans")
@Tag(name = "Plans")
class ExplanationResource {
    /** Who could have each of the accounts asked about. */
    @Schema(name = "ManagerRecommendations", description = "Who could have each of the accounts asked about.")
    record Recommendations(
            @Schema(description = "One entry an account, in the order of the plan.")
            List<Recommendation> items) {}

    private final Explanations explanations;

    @Inject
    ExplanationResource(Explanations explanations) {
        this.explanations = explanations;
    }

    @GET
    @Path("/{id}/explanation")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "explainPlan",
            summary = "What a finished plan is made up of",
            description =
                    "What is broken, what each constraint costs in points and money and where, whom it takes to look"
                            + " after what is left open, and what one more manager in a region would bring.")
    @APIResponse(responseCode = "200", description = "The explanation.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public PlanExplanation explanation(@PathParam("id") UUID id) {
        return explanations.explanation(id);
    }

    @GET
    @Path("/{id}/why")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "whyManager",
            summary = "Why an account has its manager, and why not another",
            description =
                    "Each constraint's share in points and money. For another manager the reason that forbids it, or"
                            + " the difference by constraint and who else would have to move.")
    @APIResponse(responseCode = "200", description = "The reasons.")
    @APIResponse(responseCode = "400", description = "The plan does not know the account or the manager.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public WhyManager why(
            @PathParam("id") UUID id,
            @Parameter(description = "The account's id.", required = true) @QueryParam("account") @Nullable
                    String account,
            @Parameter(description = "The id of another account manager: why not that one.")
                    @QueryParam("manager")
                    @Nullable
                    String manager) {
        return explanations.why(id, account, manager);
    }

    @GET
    @Path("/{id}/recommendations")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "recommendManagers",
            summary = "Who could have an account, or all accounts of a manager who leaves",
            description =
                    "Ranked without a solve by what each would do to the plan, everybody else keeping what they hold.")
    @APIResponse(responseCode = "200", description = "Ranked managers for each account.")
    @APIResponse(
            responseCode = "400",
            description = "Neither or both of `account` and `leaving`, or the plan does not know them.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public Recommendations recommendations(
            @PathParam("id") UUID id,
            @Parameter(description = "The account's id.") @QueryParam("account") @Nullable String account,
            @Parameter(description = "The id of an account manager: who takes over each of their accounts.")
                    @QueryParam("leaving")
                    @Nullable
                    String leaving) {
        if ((account == null) == (leaving == null)) {
            throw new BadInputException("account", "must be given, or leaving, and not both");
        }
        return new Recommendations(
                leaving == null ? List.of(explanations.forAccount(id, account)) : explanations.whenLeaves(id, leaving));
    }

    @POST
    @Path("/{id}/recommendations")
    @RolesAllowed({Role.SERVICE, Role.MANAGER})
    @Operation(
            operationId = "recommendManagersForNewAccount",
            summary = "Who could have an account that the plan does not know",
            description = "Records nothing.")
    @APIResponse(responseCode = "200", description = "Ranked managers.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public Recommendation recommend(@PathParam("id") UUID id, @Nullable AccountDemand account) {
        if (account == null) {
            throw new BadInputException("", "must hold the account");
        }
        return explanations.forNew(id, account);
    }

    @GET
    @Path("/{id}/load/{person}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPlanLoadOfPerson",
            summary = "What a finished plan asks of one person, week by week",
            description = "Ramp, leave and renewals in thirteen weeks, and the accounts that drive the load.")
    @APIResponse(responseCode = "200", description = "The load.")
    @APIResponse(responseCode = "404", description = "No plan of this id, or nobody in it is called so.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public PersonLoad load(@PathParam("id") UUID id, @PathParam("person") String person) {
        return explanations.load(id, person);
    }
}
