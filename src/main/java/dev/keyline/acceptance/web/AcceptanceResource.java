package dev.keyline.acceptance.web;

import dev.keyline.acceptance.Acceptance;
import dev.keyline.acceptance.Acceptances;
import dev.keyline.access.Role;
import dev.keyline.coverage.FrozenMove;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accepted plans", description = "Plans that hold: from which day, by whose word, and the way back.")
class AcceptanceResource {
    private static final String PATH = "/plans/acceptances/";

    private final Portfolio portfolio;
    private final Acceptances acceptances;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    AcceptanceResource(Portfolio portfolio, Acceptances acceptances, Idempotency idempotency, SecurityIdentity caller) {
        this.portfolio = portfolio;
        this.acceptances = acceptances;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "acceptPlan",
            summary = "Make a plan's assignments the portfolio's",
            description = "From the beginning of a business day on, and by another person than who asked for the plan."
                    + " Accounts that the plan does not know, and sponsors of accounts that need none, stay as they are."
                    + " A seat that somebody changes between the acceptance and its day stays as it is found then.")
    @APIResponseSchema(value = Acceptance.class, responseCode = "201", responseDescription = "Accepted.")
    @APIResponse(responseCode = "403", description = "You asked for this plan.")
    @APIResponse(
            responseCode = "409",
            description = "It is not finished, the portfolio has changed since, another plan holds from that day or a"
                    + " later one, or an approval is missing.")
    @APIResponse(responseCode = "412", description = "The plan's name, note or locks have changed.")
    @APIResponse(responseCode = "422", description = "It would hold from a past day.")
    public Response accept(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            Accepting sent) {
        Idempotency.Recorded recorded = record(
                key,
                List.of("accept", id, sent),
                change -> acceptances.accept(change, id, sent.asked(), ifMatch, name()));
        return recorded.answer().entity(acceptance(recorded)).build();
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "undoPlanAcceptance",
            summary = "Take a plan's acceptance back",
            description = "Every seat that it changed is again as it was before. Before its day it is called off.")
    @APIResponse(responseCode = "200", description = "Undone.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is not accepted, another was accepted after it, or seats have changed since: it names them.")
    public Acceptance undo(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
        return acceptance(record(key, List.of("undo", id), change -> acceptances.undo(change, id, name())));
    }

    /** Facts are made anew by whoever asks next: a plan may change the holders of ten thousand accounts at once. */
    private Idempotency.Recorded record(@Nullable String key, Object request, Function<PortfolioChange, UUID> work) {
        return portfolio.changeOften(
                change -> idempotency.once(change.handle(), name(), key, request, handle -> PATH + work.apply(change)));
    }

    private Acceptance acceptance(Idempotency.Recorded recorded) {
        return acceptances.get(UUID.fromString(recorded.resource().substring(PATH.length())));
    }

    @GET
    @Path("/{id}/approvals")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPlanApprovals",
            summary = "The moves of a finished plan that need somebody's approval before it is accepted",
            description = "Accounts that move shortly before a renewal or in a negotiation, and who approves that.")
    @APIResponse(responseCode = "200", description = "The moves.")
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public Page<FrozenMove> approvals(@PathParam("id") UUID id) {
        return new Page<>(acceptances.approvals(id), null);
    }

    @GET
    @Path("/accepted")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getAcceptedPlan", summary = "Which plan holds on a day")
    @APIResponse(responseCode = "200", description = "Its acceptance.")
    @APIResponse(responseCode = "404", description = "None holds on that day.")
    public Acceptance accepted(
            @Parameter(description = "The business day, as in 2026-12-01; absent: today.") @QueryParam("asOf") @Nullable
                    String asOf) {
        return acceptances.on(day(asOf));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInputException("asOf", "must be a date such as 2026-12-01");
        }
    }

    @GET
    @Path("/acceptances")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listPlanAcceptances", summary = "Acceptances of plans, newest first, undone ones too")
    public Page<Acceptance> list(@BeanParam PageRequest page) {
        return acceptances.list(page);
    }

    @GET
    @Path("/acceptances/{acceptance}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPlanAcceptance", summary = "An acceptance of a plan")
    @APIResponse(responseCode = "200", description = "The acceptance.")
    @APIResponse(responseCode = "404", description = "No acceptance of this id.")
    public Acceptance get(@PathParam("acceptance") UUID acceptance) {
        return acceptances.get(acceptance);
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
