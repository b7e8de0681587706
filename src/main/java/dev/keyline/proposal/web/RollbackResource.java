package dev.keyline.proposal.web;

import dev.keyline.access.Role;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.policy.Policies;
import dev.keyline.policy.Publication;
import dev.keyline.policy.RollbackTo;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}/rollback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
class RollbackResource {
    private static final String NONE = "none";

    private final Jdbi jdbi;
    private final Publication publication;
    private final Policies policies;
    private final Idempotency idempotency;
    private final Clock clock;
    private final SecurityIdentity caller;

    @Inject
    RollbackResource(
            Jdbi jdbi,
            Publication publication,
            Policies policies,
            Idempotency idempotency,
            Clock clock,
            SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.publication = publication;
        this.policies = policies;
        this.idempotency = idempotency;
        this.clock = clock;
        this.caller = caller;
    }

    /** What is in force after a rollback. */
    @Schema(description = "What is in force after a rollback.")
    record RolledBack(
            @Schema(description = "The policy's name.") String policy,

            @Schema(
                    description =
                            "The version in force now; null: none, the policy is out of force or was still to come.",
                    nullable = true)
            @Nullable
            Integer version) {}

    @POST
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "rollBackPolicy",
            summary = "Take the newest publication of a policy back",
            description =
                    "One that is still to come is called off; else the version before it comes into force again, now; with the first that a proposal ever brought, the policy goes out of force. With `to` that version comes into force, which has to have been so before or to be what a release ships, or with `none` none: all that is to come is called off. A policy whose outcome others require stays until those are rolled back.")
    @APIResponseSchema(value = RolledBack.class, responseCode = "201", responseDescription = "Done.")
    @APIResponse(responseCode = "404", description = "No such policy or version.")
    @APIResponse(
            responseCode = "409",
            description =
                    "A release ships the first version, the version was never in force or is so already, or others"
                            + " do not compile or cannot decide with what would be in force.")
    public Response rollBack(
            @PathParam("policy") String policy,
            @Parameter(
                            description = "The version to go back to, or `none`; absent: the one before.",
                            schema = @Schema(pattern = "[1-9][0-9]*|none"))
                    @QueryParam("to")
                    @Nullable
                    String to,
            @BeanParam Repeatable request) {
        String name = caller.getPrincipal().getName();
        RollbackTo target = target(to);
        Idempotency.Recorded recorded = jdbi.inTransaction(handle ->
                idempotency.once(handle, name, request.key, List.of("rollback", policy, String.valueOf(to)), once -> {
                    publication.lock(once);
                    publication.rollBack(once, policy, target, name);
                    return "/policies/" + policy;
                }));
        policies.reload();
        return recorded.answer()
                .entity(new RolledBack(
                        policy, policies.versionsAt(clock.instant()).get(policy)))
                .build();
    }

    private static RollbackTo target(@Nullable String to) {
        if (to == null || to.isBlank()) {
            return new RollbackTo.TheOneBefore();
        }
        if (to.equals(NONE)) {
            return new RollbackTo.OutOfForce();
        }
        try {
            return new RollbackTo.Version(Integer.parseInt(to));
        } catch (NumberFormatException e) {
            throw new BadInputException("to", "must be the number of a version, or " + NONE);
        }
    }
}
