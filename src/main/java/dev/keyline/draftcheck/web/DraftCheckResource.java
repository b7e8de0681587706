package dev.keyline.draftcheck.web;

import dev.keyline.access.Role;
import dev.keyline.draftcheck.CheckReport;
import dev.keyline.draftcheck.DraftChecks;
import dev.keyline.http.ConflictException;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Drafts;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/policies/{policy}/draft/check")
@Tag(name = "Drafts")
class DraftCheckResource {
    private final Drafts drafts;
    private final DraftChecks checks;
    private final SecurityIdentity caller;

    @Inject
    DraftCheckResource(Drafts drafts, DraftChecks checks, SecurityIdentity caller) {
        this.drafts = drafts;
        this.checks = checks;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "checkDraft",
            summary = "Check your draft",
            description =
                    "Syntax, compilation, types, gaps, overlaps, rows that are never reached, ids, annotations, names that others need. Each finding names table, row and column, and a case that shows it. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "What was found, errors first.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy.")
    @APIResponse(responseCode = "409", description = "It is no model: the fact catalogue is checked when it is saved.")
    @APIResponse(responseCode = "422", description = "Compiling it takes too much, so it was stopped.")
    public CheckReport check(@PathParam("policy") String policy) {
        Draft draft = drafts.get(policy, caller.getPrincipal().getName());
        if (!draft.text().path().endsWith(".dmn")) {
            throw new ConflictException(policy + " is no model: what is wrong with it is said when it is saved.");
        }
        return checks.of(draft);
    }
}
