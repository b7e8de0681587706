package dev.keyline.policy.web;

import dev.keyline.access.Role;
import dev.keyline.engine.PolicyText;
import dev.keyline.http.Page;
import dev.keyline.http.Versions;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicyVersion;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts", description = "What people work on, one draft a person and policy, until it is proposed.")
class DraftResource {
    private final Drafts drafts;
    private final Policies policies;
    private final SecurityIdentity caller;

    @Inject
    DraftResource(Drafts drafts, Policies policies, SecurityIdentity caller) {
        this.drafts = drafts;
        this.policies = policies;
        this.caller = caller;
    }

    @PUT
    @Path("/draft")
    @Consumes({MediaType.APPLICATION_XML, "text/xml", "text/yaml", "application/yaml"})
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "putDraft",
            summary = "Save your draft of a policy",
            description =
                    "A DMN model as XML, or the fact catalogue as YAML. A policy that does not exist yet is created by its first draft. Half-done work may be saved: what does not compile is refused when it is proposed. The draft remembers the version it began from.")
    @APIResponseSchema(
            value = DraftView.class,
            responseCode = "200",
            responseDescription = "Saved; ETag names the new revision.")
    @APIResponse(responseCode = "201", description = "Begun; ETag names the first revision.")
    @APIResponse(responseCode = "409", description = "A rule file, which changes with a release only.")
    @APIResponse(responseCode = "412", description = "It was saved since If-Match was read, or is gone.")
    @APIResponse(responseCode = "413", description = "Larger than a policy may be; the draft before is as it was.")
    @APIResponse(responseCode = "422", description = "No well-formed text; the draft before is as it was.")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and you have a draft already.")
    public Response put(@PathParam("policy") String policy, @BeanParam DraftRequest request, byte[] body) {
        return save(policy, request, path -> List.of(SentTexts.text(policy, path, body)));
    }

    @PUT
    @Path("/draft")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "putDraft",
            summary = "Save your draft of a policy",
            description =
                    "In several files: one part named `model` a file, the first is the policy's own, the others are models that it imports.")
    public Response putFiles(
            @PathParam("policy") String policy,
            @BeanParam DraftRequest request,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        return save(policy, request, path -> SentTexts.texts(policy, path, uploads));
    }

    private Response save(String policy, DraftRequest request, Function<String, List<PolicyText>> texts) {
        String present = policies.newest(policy).map(PolicyVersion::path).orElse(null);
        String path = SentTexts.path(policy, present, request.topic);
        Draft saved = drafts.save(policy, name(), request.precondition(), request.edit(texts.apply(path)));
        return answer(saved, saved.revision() == 1 ? Response.Status.CREATED : Response.Status.OK);
    }

    @GET
    @Path("/draft")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(operationId = "getDraft", summary = "Your draft of a policy")
    @APIResponseSchema(
            value = DraftView.class,
            responseCode = "200",
            responseDescription = "The draft; its ETag guards the next save.")
    @APIResponse(responseCode = "404", description = "You have none of this policy.")
    public Response get(@PathParam("policy") String policy) {
        return answer(drafts.get(policy, name()), Response.Status.OK);
    }

    @DELETE
    @Path("/draft")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(operationId = "deleteDraft", summary = "Throw your draft away")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "You have none of this policy.")
    public void delete(
            @PathParam("policy") String policy, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        drafts.discard(policy, name(), ifMatch);
    }

    @GET
    @Path("/drafts")
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "listDrafts", summary = "Everybody's drafts of a policy, by author")
    @APIResponse(responseCode = "200", description = "The drafts; empty when nobody works on it.")
    public Page<DraftView> list(@PathParam("policy") String policy) {
        return new Page<>(drafts.of(policy).stream().map(this::view).toList(), null);
    }

    @GET
    @Path("/drafts/{author}")
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "getDraftOf", summary = "Somebody's draft of a policy")
    @APIResponseSchema(DraftView.class)
    @APIResponse(responseCode = "404", description = "That person has none of this policy.")
    public Response getOf(
            @PathParam("policy") String policy,
            @Parameter(description = "Whose.", example = "analyst") @PathParam("author") String author) {
        return answer(drafts.get(policy, author), Response.Status.OK);
    }

    private Response answer(Draft draft, Response.Status status) {
        return Response.status(status)
                .entity(view(draft))
                .tag(Versions.tag(draft.revision()))
                .build();
    }

    private DraftView view(Draft draft) {
        Integer inForce =
                policies.inForce(draft.policy()).map(PolicyVersion::number).orElse(null);
        return DraftView.of(draft, !Objects.equals(inForce, draft.baseVersion()));
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
