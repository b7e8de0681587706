package dev.keyline.policycase.web;

import dev.keyline.access.Role;
import dev.keyline.policy.Drafts;
import dev.keyline.policycase.CaseRun;
import dev.keyline.policycase.CaseRuns;
import dev.keyline.policycase.CaseSuggestions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}/draft/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases of policies")
class DraftCasesResource {
    private final CaseRuns runs;
    private final CaseSuggestions suggestions;
    private final Drafts drafts;
    private final CallersSet sets;
    private final SecurityIdentity caller;

    @Inject
    DraftCasesResource(
            CaseRuns runs, CaseSuggestions suggestions, Drafts drafts, CallersSet sets, SecurityIdentity caller) {
        this.runs = runs;
        this.suggestions = suggestions;
        this.drafts = drafts;
        this.sets = sets;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "runDraftCases",
            summary = "Run the cases on your draft",
            description =
                    "All cases of the policy, those of the release and those that people keep; nothing is recorded. A case asks its own policy alone: a downstream policy's cases bring the outcomes it needs as facts, and fail where the draft changes what facts there are. What the draft's other answers make of policies downstream is told by the impact, over accounts and over what callers have asked.")
    @APIResponseSchema(
            value = DraftCases.class,
            responseCode = "200",
            responseDescription = "Each case, passed or not, and which rows were reached.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy.")
    @APIResponse(responseCode = "422", description = "The draft could not answer; `errors` says why.")
    public Response run(
            @PathParam("policy") String policy,
            @Parameter(description = "Whether to run the cases of policies that need its outcome, too.")
                    @QueryParam("downstream")
                    @DefaultValue("false")
                    boolean downstream) {
        CallersSet.Rehearsed rehearsed = sets.draft(caller.getPrincipal().getName(), policy);
        List<CaseRun> done = new ArrayList<>(List.of(runs.run(rehearsed.set(), policy)));
        if (downstream) {
            runs.downstream(rehearsed.set(), policy).forEach(other -> done.add(runs.run(rehearsed.set(), other)));
        }
        return Response.ok(DraftCases.of(rehearsed.draft().revision(), done, downstream))
                .build();
    }

    @GET
    @Path("/suggestions")
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "suggestDraftCases",
            summary = "Cases for rows of your draft that no case covers",
            description =
                    "For each such row one that it decides, and for each of its conditions one in which that alone fails and the answer is another. A table that tests what other decisions make of the facts is reached by trying; its rows get the first kind only. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "What can be offered.")
    @APIResponse(responseCode = "404", description = "You have no draft of this policy, or it has no such table.")
    @APIResponse(responseCode = "422", description = "The draft could not answer; `errors` says why.")
    public SuggestedCases suggest(
            @PathParam("policy") String policy,
            @Parameter(description = "The decision whose table is meant, or the table's id; absent: every table.")
                    @QueryParam("table")
                    @Nullable
                    String table) {
        CallersSet.Rehearsed rehearsed = sets.draft(caller.getPrincipal().getName(), policy);
        return SuggestedCases.of(
                rehearsed.draft().revision(),
                suggestions.of(
                        rehearsed.set(),
                        rehearsed.draft().text(),
                        drafts.vocabulary(rehearsed.draft().author()),
                        table));
    }
}
