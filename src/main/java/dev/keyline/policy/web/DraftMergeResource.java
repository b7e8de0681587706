package dev.keyline.policy.web;

import dev.keyline.access.Role;
import dev.keyline.http.Versions;
import dev.keyline.policy.Draft;
import dev.keyline.policy.DraftMerges;
import dev.keyline.policy.Drafts;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
class DraftMergeResource {
    private final Drafts drafts;
    private final DraftMerges merges;
    private final SecurityIdentity caller;

    @Inject
    DraftMergeResource(Drafts drafts, DraftMerges merges, SecurityIdentity caller) {
        this.drafts = drafts;
        this.merges = merges;
        this.caller = caller;
    }

    @GET
    @Path("/draft/merge")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "previewMerge",
            summary = "What your draft would be together with what is in force by now",
            description = "Merged by rows and cells. Where both changed the same the conflict is shown.")
    @APIResponse(responseCode = "200", description = "What a merge would make, and what stands in conflict.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy, or there is no such version.")
    @APIResponse(responseCode = "409", description = "There is nothing to merge it with.")
    public DraftMergeView preview(
            @PathParam("policy") String policy,
            @Parameter(
                            description =
                                    "Another version to merge with, as the one that a release ships; absent: the one in force.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @QueryParam("onto")
                    @Nullable
                    String onto) {
        return DraftMergeView.of(merges.preview(drafts.get(policy, name()), ChosenTexts.number("onto", onto)));
    }

    @POST
    @Path("/draft/rebase")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "rebaseDraft",
            summary = "Put the merged text in the place of your draft",
            description =
                    "It is based on the version in force then. Conflicts are never settled by the service: settle them in the draft and save it with the new `base`.")
    @APIResponseSchema(
            value = DraftView.class,
            responseCode = "200",
            responseDescription = "Rebased; ETag names the new revision.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy, or there is no such version.")
    @APIResponse(responseCode = "409", description = "Both changed the same; the draft is as it was.")
    public Response rebase(
            @PathParam("policy") String policy,
            @Parameter(
                            description =
                                    "Another version whose changes are taken over, as the one that a release ships; absent: the one in force.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @QueryParam("onto")
                    @Nullable
                    String onto,
            @Parameter(description = "The ETag of the draft; absent: whatever it is by now.")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        Draft draft = drafts.get(policy, name());
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, draft.revision());
        }
        Draft rebased = merges.rebase(draft, ChosenTexts.number("onto", onto));
        return Response.ok(DraftView.of(rebased, false))
                .tag(Versions.tag(rebased.revision()))
                .build();
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
