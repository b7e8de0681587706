package dev.keyline.casework.web;

import dev.keyline.access.Role;
import dev.keyline.casework.Case;
import dev.keyline.casework.CaseEvent;
import dev.keyline.casework.CaseFilter;
import dev.keyline.casework.CaseKind;
import dev.keyline.casework.CaseState;
import dev.keyline.casework.Cases;
import dev.keyline.casework.Severity;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/cases")
@Tag(name = "Cases", description = "What evaluations have found and people work on: escalations, warnings, playbooks,"
        + " expansions and steps of renewals, each with its clock.")
class CaseResource {
    private final Jdbi jdbi;
    private final Cases cases;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    CaseResource(Jdbi jdbi, Cases cases, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listCases", summary = "Cases, newest first")
    @APIResponse(responseCode = "200", description = "The cases.")
    @APIResponse(responseCode = "400", description = "A word that is not known; the error names the parameter.")
    public Page<Case> list(
            @Parameter(description = "Only of this account.") @QueryParam("account") @Nullable String account,
            @Parameter(description = "Only those that this person has.") @QueryParam("owner") @Nullable String owner,
            @Parameter(description = "escalation, warning, playbook, expansion or renewal.")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "critical, high, medium or low.") @QueryParam("severity") @Nullable
                    String severity,
            @Parameter(description = "open, acknowledged, de-escalated, closed; `not-closed`: all but the last.")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "true: only those whose cause is no longer found.")
                    @QueryParam("closingProposed")
                    @Nullable
                    String closingProposed,
            @BeanParam PageRequest page) {
        boolean notClosed = "not-closed".equals(state);
        return cases.list(
                new CaseFilter(
                        account,
                        owner,
                        word("kind", kind, CaseKind.values(), CaseKind::word),
                        word("severity", severity, Severity.values(), Severity::word),
                        notClosed ? null : word("state", state, CaseState.values(), CaseState::word),
                        notClosed,
                        Boolean.parseBoolean(closingProposed)),
                page);
    }

    private static <E> @Nullable E word(
            String parameter, @Nullable String sent, E[] values, Function<E, String> word) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(sent))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        parameter,
                        "must be one of "
                                + String.join(
                                        ", ", Arrays.stream(values).map(word).toList())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getCase", summary = "A case as it stands", description = "Its ETag guards moves.")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    public Response get(@Parameter(description = "The case's id.") @PathParam("id") UUID id) {
        return answer(cases.get(id));
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listCaseEvents", summary = "Everything that happened to a case, oldest first")
    @APIResponse(responseCode = "404", description = "No case of this id.")
    public Page<CaseEvent> events(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id, @BeanParam PageRequest page) {
        return cases.events(id, page);
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "acknowledgeCase",
            summary = "Take a case up",
            description = "Its clock stops; from now on the customer hears of it at the cadence of its terms.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response acknowledge(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.@Nullable Acknowledged sent) {
        String note = sent == null ? null : sent.note();
        return act("acknowledge", id, request, String.valueOf(note), (handle, present) -> cases.acknowledge(
                handle, present, name(), note));
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "assignCase",
            summary = "Give a case to a person",
            description = "Whoever has it hears of what happens to it.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response assign(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.Assigned sent) {
        String owner = CaseMoves.required(sent.owner(), "owner");
        return act("assign", id, request, owner, (handle, present) -> cases.assign(handle, present, name(), owner));
    }

    @POST
    @Path("/{id}/raise")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "raiseCase",
            summary = "Make a case worse than the policies find it",
            description = "The clock begins anew on the terms of an escalation of that severity. No evaluation lowers it while the case is open.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response raise(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.Raised sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        Severity severity = sent.severity();
        if (severity == null) {
            throw new BadInputException("/severity", "is required");
        }
        return act("raise", id, request, List.of(severity, reason), (handle, present) -> cases.raise(
                handle, present, name(), severity, reason));
    }

    @POST
    @Path("/{id}/updates")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "updateCase",
            summary = "Write down what the customer was told",
            description = "The next word to the customer counts from now.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response update(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.Updated sent) {
        String text = CaseMoves.required(sent.text(), "text");
        return act("updates", id, request, text, (handle, present) -> cases.update(handle, present, name(), text));
    }

    @POST
    @Path("/{id}/de-escalate")
    @RolesAllowed({Role.MANAGER})
    @Operation(
            operationId = "deEscalateCase",
            summary = "End an escalation",
            description = "It takes as many clean reviews in a row as its terms say, and the word of the customer.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response deEscalate(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.DeEscalated sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        String confirmedBy = CaseMoves.required(sent.confirmedBy(), "confirmedBy");
        return act("de-escalate", id, request, List.of(reason, confirmedBy), (handle, present) -> cases.deEscalate(
                handle, present, name(), reason, confirmedBy));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({Role.MANAGER})
    @Operation(
            operationId = "closeCase",
            summary = "Close a case",
            description = "An escalation has to be de-escalated first.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response close(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.Reasoned sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        return act("close", id, request, reason, (handle, present) -> cases.close(handle, present, name(), reason));
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({Role.MANAGER})
    @Operation(
            operationId = "reopenCase",
            summary = "Take a closed case up again",
            description = "Its clock begins anew.")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands now.",
            content = @Content(schema = @Schema(implementation = Case.class)))
    @APIResponse(responseCode = "404", description = "No case of this id.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    @APIResponse(responseCode = "412", description = "Somebody has changed it since If-Match was read.")
    public Response reopen(
            @Parameter(description = "The case's id.") @PathParam("id") UUID id,
            @BeanParam Repeatable request,
            CaseMoves.Reasoned sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        return act("reopen", id, request, reason, (handle, present) -> cases.reopen(handle, present, name(), reason));
    }

    private Response act(
            String move, UUID id, Repeatable request, Object body, BiConsumer<Handle, Case> work) {
        String path = "/cases/" + id;
        jdbi.useTransaction(handle -> idempotency.once(
                handle, name(), request.key, List.of(path, move, body), once -> {
                    Case present = cases.lock(once, id);
                    if (request.ifMatch != null) {
                        Versions.requireMatch(request.ifMatch, present.revision());
                    }
                    work.accept(once, present);
                    return path;
                }));
        return answer(cases.get(id));
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private static Response answer(Case present) {
        return Response.ok(present).tag(Versions.tag(present.revision())).build();
    }
}
