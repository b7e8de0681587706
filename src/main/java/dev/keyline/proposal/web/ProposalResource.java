package dev.keyline.proposal.web;

import dev.keyline.access.Role;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.policy.Policies;
import dev.keyline.proposal.Proposal;
import dev.keyline.proposal.ProposalRollback;
import dev.keyline.proposal.ProposalState;
import dev.keyline.proposal.Proposals;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals", description = "Drafts put forward to come into force, decided by another person.")
class ProposalResource {
    private final Jdbi jdbi;
    private final Proposals proposals;
    private final Proposing proposing;
    private final ProposalRollback rollback;
    private final Policies policies;
    private final BusinessTime businessTime;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    ProposalResource(
            Jdbi jdbi,
            Proposals proposals,
            Proposing proposing,
            ProposalRollback rollback,
            Policies policies,
            BusinessTime businessTime,
            Idempotency idempotency,
            SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.proposals = proposals;
        this.proposing = proposing;
        this.rollback = rollback;
        this.policies = policies;
        this.businessTime = businessTime;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "proposeTogether",
            summary = "Put drafts of several policies forward together",
            description = "They are compiled as one set, and come into force at one instant or not at all.")
    @APIResponseSchema(value = Proposal.class, responseCode = "201", responseDescription = "Put forward.")
    @APIResponse(responseCode = "404", description = "One of the drafts does not exist.")
    @APIResponse(
            responseCode = "409",
            description =
                    "A base is no longer in force, a draft says nothing new, policies would go in a circle, or the"
                            + " impact is unfinished or of other texts.")
    @APIResponse(
            responseCode = "422",
            description =
                    "They do not compile, a check finds an error, or they are to be in force from a past instant.")
    public Response proposeTogether(@BeanParam Repeatable request, ProposalMoves.Together sent) {
        return proposing.propose(name(), request.key, sent.wish(name(), businessTime));
    }

    @GET
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "listProposals", summary = "Proposals, newest first")
    public Page<Proposal> list(
            @Parameter(description = "open, approved, rejected or withdrawn.") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "Only those with a version of this policy.") @QueryParam("policy") @Nullable
                    String policy,
            @BeanParam PageRequest page) {
        return proposals.list(state(state), policy, page);
    }

    private static @Nullable ProposalState state(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(ProposalState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException("state", "must be one of open, approved, rejected, withdrawn"));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "getProposal", summary = "A proposal as it stands")
    @APIResponseSchema(Proposal.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(id);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "approveProposal",
            summary = "Bring a proposal's versions into force",
            description = "All of them at one instant, at once or later, and by nobody who has written any of it.")
    @APIResponseSchema(value = Proposal.class, responseCode = "200", responseDescription = "Approved.")
    @APIResponse(responseCode = "403", description = "You have written some of it.")
    @APIResponse(
            responseCode = "409",
            description = "It is decided already, another version is in force than it was made from, or it no longer"
                    + " compiles with what is in force.")
    @APIResponse(responseCode = "422", description = "It would be in force from a past instant.")
    public Response approve(
            @PathParam("id") UUID id, @BeanParam Repeatable request, ProposalMoves.@Nullable Approved sent) {
        Instant from = sent == null ? null : EffectiveFrom.read(sent.effectiveFrom(), businessTime);
        Response answer = move(
                id, "approve", String.valueOf(from), request, handle -> proposals.approve(handle, id, from, name()));
        policies.reload();
        return answer;
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed(Role.APPROVER)
    @Operation(operationId = "rejectProposal", summary = "Reject a proposal, with the reason")
    @APIResponseSchema(value = Proposal.class, responseCode = "200", responseDescription = "Rejected.")
    @APIResponse(responseCode = "409", description = "It is decided already.")
    public Response reject(@PathParam("id") UUID id, @BeanParam Repeatable request, ProposalMoves.Rejected sent) {
        String reason = ProposalMoves.required(sent.reason(), "reason");
        return move(id, "reject", reason, request, handle -> proposals.reject(handle, id, reason, name()));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(operationId = "withdrawProposal", summary = "Take your proposal back")
    @APIResponseSchema(value = Proposal.class, responseCode = "200", responseDescription = "Withdrawn.")
    @APIResponse(responseCode = "409", description = "It is decided already, or somebody else's.")
    public Response withdraw(@PathParam("id") UUID id, @BeanParam Repeatable request) {
        return move(id, "withdraw", "", request, handle -> proposals.withdraw(handle, id, name()));
    }

    @POST
    @Path("/{id}/rollback")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "rollBackProposal",
            summary = "Take back what a proposal brought into force",
            description =
                    "All its policies and facts together, at one instant: the versions before them come into force again; where they are still to come they are called off.")
    @APIResponseSchema(value = Proposal.class, responseCode = "200", responseDescription = "Taken back.")
    @APIResponse(
            responseCode = "409",
            description = "It brought nothing into force or was taken back already; one of its versions was superseded"
                    + " since, or was its policy's first; or what was before does not compile with what is in force.")
    public Response rollBack(@PathParam("id") UUID id, @BeanParam Repeatable request) {
        Response answer = move(id, "rollback", "", request, handle -> rollback.rollBack(handle, id, name()));
        policies.reload();
        return answer;
    }

    private Response move(UUID id, String move, String body, Repeatable request, Consumer<Handle> work) {
        String path = "/proposals/" + id;
        jdbi.useTransaction(handle -> idempotency.once(handle, name(), request.key, List.of(path, move, body), once -> {
            work.accept(once);
            return path;
        }));
        return answer(id);
    }

    private Response answer(UUID id) {
        Proposal proposal = proposals.get(id);
        return Response.ok(proposal).tag(Versions.tag(proposal.revision())).build();
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
