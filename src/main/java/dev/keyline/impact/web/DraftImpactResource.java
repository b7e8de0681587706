package dev.keyline.impact.web;

import dev.keyline.access.Role;
import dev.keyline.http.Idempotency;
import dev.keyline.impact.Impact;
import dev.keyline.impact.Scope;
import dev.keyline.policy.Drafts;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}/draft/impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Impacts")
class DraftImpactResource {
    /** Over what to rehearse one's own draft. */
    @Schema(description = "Over what to rehearse one's own draft.")
    record AskedDraftImpact(
            @Schema(description = "Over what to look. Absent: the whole portfolio.", nullable = true) @Nullable
            Scope scope,

            @Schema(
                    description = "Whether to solve how many accounts would change hands; takes some seconds more.",
                    defaultValue = "false",
                    nullable = true)
            @Nullable
            Boolean replan) {}

    private final ImpactRequests requests;
    private final Drafts drafts;
    private final SecurityIdentity caller;

    @Inject
    DraftImpactResource(ImpactRequests requests, Drafts drafts, SecurityIdentity caller) {
        this.requests = requests;
        this.drafts = drafts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.MANAGER})
    @Operation(
            operationId = "startDraftImpact",
            summary = "Rehearse one's own draft",
            description =
                    "As `POST /impacts` with the draft, and with one's own drafts of `facts` and `catalogue` where there are any: they are what it is checked and its cases are run with.")
    @APIResponseSchema(
            value = Impact.class,
            responseCode = "202",
            responseDescription = "Under way; Location says where to look.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy.")
    @APIResponse(responseCode = "422", description = "The draft could not answer; `errors` says why.")
    public Response start(
            @PathParam("policy") String policy,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Nullable AskedDraftImpact asked) {
        return requests.start(
                new AskedImpact(
                        drafts.withWords(policy, caller.getPrincipal().getName()).stream()
                                .map(draft -> new AskedImpact.AskedPolicy(draft.policy(), null, null))
                                .toList(),
                        asked == null ? null : asked.scope(),
                        asked == null ? null : asked.replan()),
                key);
    }
}
