package dev.keyline.policy.web;

import dev.keyline.access.Role;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.policy.PolicyVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/policies")
@Tag(name = "Policies", description = "What is in force, what it asks for, and the text of every version.")
class PolicyResource {
    private final Policies policies;
    private final Clock clock;

    @Inject
    PolicyResource(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPolicies",
            summary = "The policies in force",
            description = "In the order in which their outcomes feed each other.")
    public Page<PolicyView> list() {
        PolicySet set = policies.at(clock.instant());
        List<PolicyView> views =
                set.inOrder().stream().map(policy -> view(set, policy)).toList();
        return new Page<>(views, null);
    }

    @GET
    @Path("/{policy}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPolicy", summary = "A policy in force: the facts it asks for, and its rows")
    @APIResponse(
            responseCode = "200",
            description = "The policy.",
            content = @Content(schema = @Schema(implementation = PolicyDetail.class)))
    @APIResponse(responseCode = "404", description = "No policy of this name is in force.")
    public PolicyDetail get(
            @Parameter(description = "The policy's name.", example = "account-tier") @PathParam("policy") String name) {
        PolicySet set = policies.at(clock.instant());
        CompiledPolicy policy = set.find(name).orElseThrow(() -> new NotFoundException("policy", name));
        List<PolicyDetail.AskedFact> facts = policy.facts().stream()
                .sorted()
                .flatMap(fact -> set.catalogue().find(fact).stream())
                .map(PolicyDetail.AskedFact::of)
                .toList();
        return new PolicyDetail(view(set, policy), facts, policy.rows());
    }

    @GET
    @Path("/{policy}/versions/{version}/text")
    @Produces({MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN})
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPolicyText",
            summary = "The text of a version",
            description =
                    "DMN as XML; rules, and the fact `catalogue`, as plain text. The vocabulary is called `facts`.")
    @APIResponse(responseCode = "200", description = "The text, as it was written.")
    @APIResponse(responseCode = "404", description = "No such version.")
    public Response text(
            @Parameter(description = "The policy's name.", example = "account-tier") @PathParam("policy") String name,
            @Parameter(description = "The version's number.") @PathParam("version") int version) {
        PolicyVersion found = policies.version(name, version);
        String type = found.path().endsWith(".dmn") ? MediaType.APPLICATION_XML : MediaType.TEXT_PLAIN;
        return Response.ok(found.text()).type(type + ";charset=UTF-8").build();
    }

    private PolicyView view(PolicySet set, CompiledPolicy policy) {
        return PolicyView.of(policy, policies.version(policy.id(), set.version(policy.id())), set);
    }
}
