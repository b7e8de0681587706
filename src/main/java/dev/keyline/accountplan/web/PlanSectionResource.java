package dev.keyline.accountplan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.access.Role;
import dev.keyline.accountplan.AccountPlan;
import dev.keyline.accountplan.AccountPlans;
import dev.keyline.accountplan.PlanEdit;
import dev.keyline.accountplan.Section;
import dev.keyline.http.Idempotency;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Versions;
import dev.keyline.portfolio.Portfolio;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

// the class's own path is that of the plan: a longer one would take the addresses of versions and proposals as well
@Path("/accounts/{id}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account plans")
class PlanSectionResource {
    private static final String WHAT =
            "One of those that PlanDocument describes: a list's entry, the list itself, or what a section of one thing holds.";

    private final AccountPlans plans;
    private final Portfolio portfolio;
    private final Idempotency idempotency;
    private final ObjectMapper mapper;
    private final SecurityIdentity caller;

    @Inject
    PlanSectionResource(
            AccountPlans plans,
            Portfolio portfolio,
            Idempotency idempotency,
            ObjectMapper mapper,
            SecurityIdentity caller) {
        this.plans = plans;
        this.portfolio = portfolio;
        this.idempotency = idempotency;
        this.mapper = mapper;
        this.caller = caller;
    }

    @GET
    @Path("/{section}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getAccountPlanSection", summary = "A section of the plan")
    @APIResponse(
            responseCode = "200",
            description = "The section; ETag names the plan's revision.",
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)))
    @APIResponse(responseCode = "404", description = "No such account or section, or nothing in it.")
    public Response get(@PathParam("id") String id, @PathParam("section") String section) {
        Section known = section(section);
        AccountPlan plan = plans.get(id);
        JsonNode body = body(plan, known);
        if (body.isNull()) {
            throw new NotFoundException("section of the plan of " + id, section);
        }
        return answer(Response.ok(body), plan);
    }

    @PUT
    @Path("/{section}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(operationId = "putAccountPlanSection", summary = "Write a section of the plan")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)),
            required = true)
    @APIResponse(
            responseCode = "200",
            description = "Written; ETag names the plan's new revision.",
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)))
    @APIResponse(responseCode = "409", description = "Another section refers to what would be gone.")
    public Response put(
            @PathParam("id") String id,
            @PathParam("section") String section,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message,
            JsonNode body) {
        Section known = section(section);
        AccountPlan plan = plans.edit(id, ifMatch, author(message), PlanEdit.replaceSection(known, body));
        return answer(Response.ok(body(plan, known)), plan);
    }

    @DELETE
    @Path("/{section}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(operationId = "emptyAccountPlanSection", summary = "Empty a section of the plan")
    @APIResponse(responseCode = "204", description = "Empty; ETag names the plan's new revision.")
    @APIResponse(responseCode = "409", description = "Another section refers to what would be gone.")
    public Response empty(
            @PathParam("id") String id,
            @PathParam("section") String section,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message) {
        return answer(Response.noContent(), plans.edit(id, ifMatch, author(message), PlanEdit.empty(section(section))));
    }

    @POST
    @Path("/{section}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "addAccountPlanEntry",
            summary = "Add an entry to a section",
            description = "It contradicts nobody's edit and needs no If-Match.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)),
            required = true)
    @APIResponse(
            responseCode = "201",
            description = "Added; Location leads to it, ETag names the plan's new revision.",
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)))
    @APIResponse(responseCode = "409", description = "The section is one thing and has no entries.")
    public Response add(
            @PathParam("id") String id,
            @PathParam("section") String section,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message,
            JsonNode body) {
        Section known = section(section);
        AccountPlans.Author author = author(message);
        String path = "/accounts/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + "/plan/" + section + "/";
        Idempotency.Recorded recorded = portfolio.change(change ->
                idempotency.once(change.handle(), author.name(), key, List.of(path, body), work -> {
                    JsonNode entries = body(plans.edit(change, id, author, PlanEdit.add(known, body)), known);
                    return path + entries.get(entries.size() - 1).path("id").asText();
                }));
        AccountPlan plan = plans.get(id);
        String entry = recorded.resource().substring(path.length());
        return answer(recorded.answer().entity(entry(plan, known, entry)), plan);
    }

    @GET
    @Path("/{section}/{entry}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getAccountPlanEntry", summary = "An entry of the plan")
    @APIResponse(
            responseCode = "200",
            description = "The entry; ETag names the plan's revision.",
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)))
    public Response getEntry(
            @PathParam("id") String id, @PathParam("section") String section, @PathParam("entry") String entry) {
        Section known = section(section);
        AccountPlan plan = plans.get(id);
        return answer(Response.ok(entry(plan, known, entry)), plan);
    }

    @PUT
    @Path("/{section}/{entry}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(operationId = "putAccountPlanEntry", summary = "Write an entry of the plan anew")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)),
            required = true)
    @APIResponse(
            responseCode = "200",
            description = "Written; ETag names the plan's new revision.",
            content = @Content(schema = @Schema(implementation = Object.class, description = WHAT)))
    public Response putEntry(
            @PathParam("id") String id,
            @PathParam("section") String section,
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message,
            JsonNode body) {
        Section known = section(section);
        AccountPlan plan = plans.edit(id, ifMatch, author(message), PlanEdit.replace(known, entry, body));
        return answer(Response.ok(entry(plan, known, entry)), plan);
    }

    @DELETE
    @Path("/{section}/{entry}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(operationId = "removeAccountPlanEntry", summary = "Take an entry out of the plan")
    @APIResponse(responseCode = "204", description = "Gone; earlier versions keep it. ETag names the new revision.")
    @APIResponse(responseCode = "409", description = "Another entry refers to it.")
    public Response removeEntry(
            @PathParam("id") String id,
            @PathParam("section") String section,
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why, for those who read the versions.") @QueryParam("message") @Nullable
                    String message) {
        PlanEdit edit = PlanEdit.remove(section(section), entry);
        return answer(Response.noContent(), plans.edit(id, ifMatch, author(message), edit));
    }

    private AccountPlans.Author author(@Nullable String message) {
        return new AccountPlans.Author(caller.getPrincipal().getName(), message);
    }

    private static Section section(String name) {
        return Section.named(name).orElseThrow(() -> new NotFoundException("section of a plan", name));
    }

    private JsonNode body(AccountPlan plan, Section section) {
        return mapper.<JsonNode>valueToTree(plan.plan()).path(section.name());
    }

    private JsonNode entry(AccountPlan plan, Section section, String id) {
        for (JsonNode entry : body(plan, section)) {
            if (section.isList() && entry.path("id").asText().equals(id)) {
                return entry;
            }
        }
        throw new NotFoundException("entry of " + section.name(), id);
    }

    private static Response answer(Response.ResponseBuilder response, AccountPlan plan) {
        return response.tag(Versions.tag(plan.revision())).build();
    }
}
