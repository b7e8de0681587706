package dev.keyline.policy.web;

import dev.keyline.access.Role;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RowHit;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.policy.InForce;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/policies")
@Tag(name = "Policies", description = "What is in force, what it asks for, and the text of every version.")
class PolicyResource {
    /** What a version is given as: first of all, as to a caller who names none, who made it. */
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.APPLICATION_XML_TYPE,
                    MediaType.TEXT_PLAIN_TYPE,
                    new MediaType("text", "yaml"))
            .build();

    private final Policies policies;
    private final PolicyViews views;
    private final Clock clock;

    @Inject
    PolicyResource(Policies policies, PolicyViews views, Clock clock) {
        this.policies = policies;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listPolicies",
            summary = "The policies, and how each stands",
            description =
                    "Those in force in the order in which their outcomes feed each other, the facts and their catalogue, then those that are scheduled, withdrawn or drafts only.")
    public Page<PolicyView> list(@BeanParam PageRequest page) {
        List<String> names = views.names();
        int from = page.after(String.class).map(last -> names.indexOf(last) + 1).orElse(0);
        List<String> asked = names.subList(from, Math.min(names.size(), from + page.limit() + 1));
        return page.page(views.of(asked), PolicyView::policy);
    }

    @GET
    @Path("/in-force")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPoliciesInForce",
            summary = "What was, is or will be in force at an instant",
            description = "Of a past instant there is one answer, for nothing comes into force in the past.")
    public InForceView inForce(
            @Parameter(description = "The instant; absent: now.", example = "2026-03-03T09:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        Instant instant = instant(asOf);
        return new InForceView(
                instant,
                policies.versionsAt(instant).entrySet().stream()
                        .map(version -> new InForceView.Version(
                                version.getKey(), version.getValue(), since(version.getKey(), instant)))
                        .toList());
    }

    private @Nullable Instant since(String policy, Instant asOf) {
        return policies.periods(policy).stream()
                .map(InForce::since)
                .filter(since -> !since.isAfter(asOf))
                .reduce((earlier, later) -> later)
                .map(VersionView::known)
                .orElse(null);
    }

    private Instant instant(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? clock.instant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadInputException("asOf", "must be an instant such as 2026-03-03T09:00:00Z");
        }
    }

    @GET
    @Path("/{policy}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPolicy", summary = "A policy: the facts it asks for, its rows, and its versions")
    @APIResponse(responseCode = "200", description = "The policy.")
    @APIResponse(responseCode = "404", description = "No policy of this name.")
    public PolicyDetail get(@PathParam("policy") String name) {
        PolicyView view = views.find(name).orElseThrow(() -> new NotFoundException("policy", name));
        List<InForce> periods = policies.periods(name);
        List<VersionView> versions = policies.heads(name).stream()
                .map(head -> VersionView.of(head, periods))
                .toList();
        PolicySet set = policies.at(clock.instant());
        String untranslated =
                set.find(name).flatMap(CompiledPolicy::untranslated).orElse(null);
        return new PolicyDetail(view, facts(set, name), rows(set, name), untranslated, versions);
    }

    private static List<PolicyDetail.AskedFact> facts(PolicySet set, String name) {
        return set.find(name).stream()
                .flatMap(policy -> policy.facts().stream().sorted())
                .flatMap(fact -> set.catalogue().find(fact).stream())
                .map(PolicyDetail.AskedFact::of)
                .toList();
    }

    private static List<RowHit> rows(PolicySet set, String name) {
        return set.find(name).map(CompiledPolicy::rows).orElse(List.of());
    }

    @GET
    @Path("/{policy}/schema")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPolicySchema",
            summary = "The JSON Schema of a policy's facts",
            description = "Of `facts` in `POST /decisions/{policy}`, by JSON Schema 2020-12.")
    @APIResponse(responseCode = "200", description = "A JSON Schema of its facts.")
    @APIResponse(responseCode = "404", description = "No policy of this name is in force.")
    public Map<String, Object> schema(@PathParam("policy") String name) {
        Instant now = clock.instant();
        PolicySet set = policies.at(now);
        CompiledPolicy policy = set.find(name).orElseThrow(() -> policies.notInForce(name, now));
        return FactSchema.of(policy, set.catalogue());
    }

    @GET
    @Path("/{policy}/example")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPolicyExample",
            summary = "Facts that a policy decides",
            description =
                    "Made up from what the catalogue allows; to be sent as `facts` to `POST /decisions/{policy}`.")
    @APIResponse(responseCode = "200", description = "Facts that decide.")
    @APIResponse(responseCode = "404", description = "No policy of this name is in force, or no example was found.")
    public Map<String, Object> example(@PathParam("policy") String name) {
        Instant now = clock.instant();
        PolicySet set = policies.at(now);
        CompiledPolicy policy = set.find(name).orElseThrow(() -> policies.notInForce(name, now));
        return FactExample.of(policy, set.catalogue(), now.atZone(ZoneOffset.UTC))
                .orElseThrow(() -> new NotFoundException("example of facts for", name));
    }

    @GET
    @Path("/{policy}/versions/{version}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN, "text/yaml"})
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPolicyVersion",
            summary = "A version of a policy",
            description =
                    "As JSON who made it from what and when it was in force; by `Accept: application/xml` (a DMN model) or `text/plain` (rules, the catalogue) its text as a file.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VersionView.class)),
                @Content(mediaType = MediaType.APPLICATION_XML),
                @Content(mediaType = MediaType.TEXT_PLAIN)
            })
    @APIResponse(responseCode = "404", description = "No such version.")
    public Response version(
            @PathParam("policy") String name, @PathParam("version") int version, @Context Request request) {
        Variant asked = request.selectVariant(FORMS);
        if (asked != null && !asked.getMediaType().equals(MediaType.APPLICATION_JSON_TYPE)) {
            return text(name, version, null);
        }
        VersionView view = policies.heads(name).stream()
                .filter(head -> head.number() == version)
                .map(head -> VersionView.of(head, policies.periods(name)))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("version of policy " + name, Integer.toString(version)));
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/{policy}/versions/{version}/text")
    @Produces({MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN})
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getPolicyText",
            summary = "The text of a version, as a file",
            description =
                    "DMN as XML; rules, and the fact `catalogue`, as plain text. The vocabulary is called `facts`. Of a policy of several files its own, or the one named by `file`.")
    @APIResponse(responseCode = "200", description = "The text, as it was written.")
    @APIResponse(responseCode = "404", description = "No such version, or it has no such file.")
    public Response text(
            @PathParam("policy") String name,
            @PathParam("version") int version,
            @Parameter(description = "One of its `imports`, or its own `file`; absent: its own.")
                    @QueryParam("file")
                    @Nullable
                    String file) {
        PolicyText own = policies.version(name, version).asText();
        return file(own.files().stream()
                .filter(each -> file == null || file.isBlank() || each.path().equals(file))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file of " + name, String.valueOf(file))));
    }

    private static Response file(PolicyText text) {
        String type = text.path().endsWith(".dmn") ? MediaType.APPLICATION_XML : MediaType.TEXT_PLAIN;
        String file = text.path().substring(text.path().lastIndexOf('/') + 1);
        return Response.ok(text.text())
                .type(type + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }
}
