package dev.keyline.policycase.web;

import dev.keyline.access.Role;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.policy.PolicySet;
import dev.keyline.policycase.PolicyCase;
import dev.keyline.policycase.PolicyCases;
import dev.keyline.policycase.StoredCase;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases of policies", description = "Facts, and what a policy must make of them.")
class CasesResource {
    private final Jdbi jdbi;
    private final PolicyCases cases;
    private final CallersSet sets;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    CasesResource(Jdbi jdbi, PolicyCases cases, CallersSet sets, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.sets = sets;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * Where a case stands in the list.
     *
     * @param shipped its place among those of the release, from 0; null: behind them all
     */
    record Place(@Nullable Integer shipped, @Nullable UUID id) {}

    private record Placed(Place place, CaseDocument document) {}

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPolicyCases",
            summary = "The cases of a policy",
            description =
                    "Those that the release ships first, in the order of their file; then those that people keep, oldest first.")
    public Page<CaseDocument> list(@PathParam("policy") String policy, @BeanParam PageRequest page) {
        Place after = page.after(Place.class).orElse(new Place(-1, null));
        List<Placed> found = new ArrayList<>();
        if (after.id() == null) {
            int first = after.shipped() == null ? 0 : after.shipped() + 1;
            List<PolicyCase> shipped = cases.shipped(policy);
            for (int i = first; i < shipped.size(); i++) {
                found.add(new Placed(new Place(i, null), CaseDocument.shipped(policy, shipped.get(i))));
            }
        }
        cases.stored(policy, after.id(), page.limit() + 1)
                .forEach(one -> found.add(new Placed(new Place(null, one.id()), CaseDocument.of(one))));
        Page<Placed> stretch = page.page(found, Placed::place);
        return new Page<>(stretch.items().stream().map(Placed::document).toList(), stretch.nextCursor());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPolicyCase", summary = "A case that somebody keeps")
    @APIResponseSchema(
            value = CaseDocument.class,
            responseCode = "200",
            responseDescription = "The case; ETag names the state.")
    public Response get(@PathParam("policy") String policy, @PathParam("id") UUID id) {
        return answer(cases.get(policy, id));
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "keepPolicyCase",
            summary = "Keep a case, or make one from a decision",
            description =
                    "Facts and rows that it names have to be in force or in your own draft. From a decision come its facts, as-of, outcome and those of its rows that the policy still has; the body may then give a name.")
    @APIResponseSchema(
            value = CaseDocument.class,
            responseCode = "201",
            responseDescription = "Kept; ETag names the state.")
    @APIResponse(responseCode = "404", description = "There is no such policy or decision.")
    @APIResponse(responseCode = "409", description = "The policy has 2,000 cases already.")
    public Response keep(
            @PathParam("policy") String policy,
            @Parameter(description = "The decision to make the case from.") @QueryParam("fromDecision") @Nullable
                    UUID decision,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            CaseToKeep body) {
        String name = caller.getPrincipal().getName();
        PolicySet set = sets.of(name, policy);
        String path = "/policies/" + policy + "/cases/";
        PolicyCase content = decision == null ? body.asCase() : null;
        String shows = decision == null ? null : body.onlyName();
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle,
                name,
                key,
                Arrays.asList("policy case", policy, decision, body),
                work -> path
                        + (content != null
                                ? cases.keep(work, set, policy, content, name)
                                : cases.keepDecision(
                                        work, set, policy, Objects.requireNonNull(decision), shows, name))));
        StoredCase kept = cases.get(policy, UUID.fromString(recorded.resource().substring(path.length())));
        return recorded.answer()
                .entity(CaseDocument.of(kept))
                .tag(Versions.tag(kept.revision()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(operationId = "putPolicyCase", summary = "Replace a case")
    @APIResponseSchema(
            value = CaseDocument.class,
            responseCode = "200",
            responseDescription = "Replaced; ETag names the state.")
    public Response put(
            @PathParam("policy") String policy,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CaseToKeep body) {
        String name = caller.getPrincipal().getName();
        cases.replace(sets.of(name, policy), policy, id, ifMatch, body.asCase(), name);
        return answer(cases.get(policy, id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(operationId = "removePolicyCase", summary = "Remove a case")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("policy") String policy,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        cases.remove(policy, id, ifMatch, caller.getPrincipal().getName());
    }

    private static Response answer(StoredCase kept) {
        return Response.ok(CaseDocument.of(kept))
                .tag(Versions.tag(kept.revision()))
                .build();
    }
}
