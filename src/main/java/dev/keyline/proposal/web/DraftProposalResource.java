package dev.keyline.proposal.web;

import dev.keyline.access.Role;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.proposal.Proposal;
import dev.keyline.proposal.Proposals;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/policies/{policy}/draft/propose")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
class DraftProposalResource {
    private final Proposing proposing;
    private final BusinessTime businessTime;
    private final SecurityIdentity caller;

    @Inject
    DraftProposalResource(Proposing proposing, BusinessTime businessTime, SecurityIdentity caller) {
        this.proposing = proposing;
        this.businessTime = businessTime;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "proposeDraft",
            summary = "Put your draft of a policy forward",
            description =
                    "Its text becomes a version that never changes, in force once another person approves it. What its check, its cases and its impact say is kept with it; cases that fail are shown and hinder nothing.")
    @APIResponseSchema(value = Proposal.class, responseCode = "201", responseDescription = "Put forward.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy.")
    @APIResponse(
            responseCode = "409",
            description = "Its base is no longer in force, it says nothing new, policies would go in a circle, or the"
                    + " impact is unfinished or of another text.")
    @APIResponse(
            responseCode = "422",
            description = "It does not compile, its check finds an error, or it is to be in force from a past instant.")
    public Response proposeDraft(
            @PathParam("policy") String policy, @BeanParam Repeatable request, ProposalMoves.OfDraft sent) {
        String name = caller.getPrincipal().getName();
        return proposing.propose(name, request.key, sent.wish(new Proposals.DraftOf(policy, name), businessTime));
    }
}
