package dev.keyline.accountplan.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.access.Role;
import dev.keyline.accountplan.AccountPlans;
import dev.keyline.accountplan.Proposal;
import dev.keyline.accountplan.ProposalAnswer;
import dev.keyline.accountplan.Proposals;
import dev.keyline.http.Idempotency;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.portfolio.Portfolio;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/accounts/{id}/plan/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account plans")
class ProposalsResource {
    /** Why a proposal is turned down. */
    @Schema(description = "Why a proposal is turned down.")
    record Decline(
            @Schema(description = "Why it does not belong in the plan.", nullable = true) @Nullable
            String reason) {}

    private final Proposals proposals;
    private final Portfolio portfolio;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    ProposalsResource(Proposals proposals, Portfolio portfolio, Idempotency idempotency, SecurityIdentity caller) {
        this.proposals = proposals;
        this.portfolio = portfolio;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPlanProposals",
            summary = "What is proposed for the plan",
            description =
                    "Risks from warnings, opportunities from expansion triggers, the next review's agenda: from the outcomes that hold now, less what was taken or declined. There are never more than the policies find at once, so the list has one page.")
    public Page<Proposal> list(@PathParam("id") String id) {
        return new Page<>(portfolio.read(handle -> proposals.open(handle, id)), null);
    }

    @POST
    @Path("/{proposal}/accept")
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "acceptPlanProposal",
            summary = "Write a proposal into the plan",
            description =
                    "The body holds the fields of the entry that shall be otherwise; an empty one takes it as it is.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponseSchema(value = ProposalAnswer.class, responseCode = "201", responseDescription = "Written.")
    @APIResponse(responseCode = "404", description = "Nothing proposes it (any more).")
    @APIResponse(responseCode = "409", description = "It was answered before.")
    public Response accept(
            @PathParam("id") String id,
            @PathParam("proposal") String proposal,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message,
            JsonNode edits) {
        UUID known = uuid(proposal);
        AccountPlans.Author author = new AccountPlans.Author(name(), message);
        Idempotency.Recorded recorded = portfolio.change(
                change -> idempotency.once(change.handle(), name(), key, List.of("accept", id, known, edits), work -> {
                    proposals.accept(change, id, known, edits, author);
                    return path(id, known);
                }));
        return recorded.answer().entity(proposals.answer(id, known)).build();
    }

    @POST
    @Path("/{proposal}/decline")
    @RolesAllowed(Role.MANAGER)
    @Operation(operationId = "declinePlanProposal", summary = "Turn a proposal down; it is not made again")
    @APIResponseSchema(value = ProposalAnswer.class, responseCode = "201", responseDescription = "Noted.")
    @APIResponse(responseCode = "404", description = "Nothing proposes it (any more).")
    @APIResponse(responseCode = "409", description = "It was answered before.")
    public Response decline(
            @PathParam("id") String id,
            @PathParam("proposal") String proposal,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            Decline decline) {
        UUID known = uuid(proposal);
        Idempotency.Recorded recorded = portfolio.record(handle ->
                idempotency.once(handle, name(), key, List.of("decline", id, known, decline), work -> {
                    proposals.decline(work, id, known, decline.reason(), name());
                    return path(id, known);
                }));
        return recorded.answer().entity(proposals.answer(id, known)).build();
    }

    @GET
    @Path("/answers")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listPlanProposalAnswers", summary = "What people made of proposals, newest first")
    public Page<ProposalAnswer> answers(@PathParam("id") String id, @BeanParam PageRequest page) {
        return proposals.answers(id, page);
    }

    @GET
    @Path("/answers/{proposal}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPlanProposalAnswer", summary = "What was made of one proposal")
    @APIResponse(responseCode = "200", description = "The answer.")
    @APIResponse(responseCode = "404", description = "Nobody has answered it.")
    public ProposalAnswer answer(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        return proposals.answer(id, uuid(proposal));
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private static String path(String account, UUID proposal) {
        return "/accounts/" + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20")
                + "/plan/proposals/answers/" + proposal;
    }

    private static UUID uuid(String proposal) {
        try {
            return UUID.fromString(proposal);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException("proposal", proposal);
        }
    }
}
