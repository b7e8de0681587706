package dev.keyline.policy.web;

import dev.keyline.access.Role;
import dev.keyline.engine.Question;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.policy.Drafts;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/policies/{policy}/draft/evaluate")
@Tag(name = "Drafts")
class EvaluationResource {
    private final Drafts drafts;
    private final ContainedEngine contained;
    private final Clock clock;
    private final ZoneId zone;
    private final SecurityIdentity caller;

    @Inject
    EvaluationResource(
            Drafts drafts,
            ContainedEngine contained,
            Clock clock,
            @ConfigProperty(name = "keyline.business-zone") ZoneId zone,
            SecurityIdentity caller) {
        this.drafts = drafts;
        this.contained = contained;
        this.clock = clock;
        this.zone = zone;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "evaluateDraft",
            summary = "Ask your draft",
            description =
                    "Any DMN model answers as DMN says, be it a policy already or not. Nothing is recorded. It runs in a process of its own, within a budget of computing time and memory.")
    @APIResponse(
            responseCode = "200",
            description = "What it answers; null where a decision has no value, and `messages` says why.")
    @APIResponse(responseCode = "400", description = "The model has no decision or service of that name.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy.")
    @APIResponse(responseCode = "422", description = "The text is no DMN, or was stopped: it needs too much.")
    @APIResponse(responseCode = "429", description = "It had to be stopped too often, and is not run for a while.")
    @APIResponse(responseCode = "503", description = "Too many drafts are being evaluated.")
    public DraftAnswer evaluate(@PathParam("policy") String policy, DraftQuestion asked) {
        Question question = asked.question(
                Objects.requireNonNullElseGet(asked.asOf(), clock::instant).atZone(zone));
        String author = caller.getPrincipal().getName();
        return DraftAnswer.of(contained.evaluate(drafts.complete(drafts.get(policy, author)), question));
    }
}
