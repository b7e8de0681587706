package dev.keyline.casework.web;

import dev.keyline.access.Role;
import dev.keyline.casework.Case;
import dev.keyline.casework.Cases;
import dev.keyline.casework.Severity;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Versions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people do with a case. Every move is a POST that names itself. */
@Path("/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class CaseMoveResource {
    private final Jdbi jdbi;
    private final Cases cases;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    CaseMoveResource(Jdbi jdbi, Cases cases, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/acknowledge")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "acknowledgeCase",
            summary = "Take a case up",
            description = "Its clock stops; from now on the customer hears of it at the cadence of its terms.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response acknowledge(
            @PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.@Nullable Acknowledged sent) {
        String note = sent == null ? null : sent.note();
        return act(
                "acknowledge",
                id,
                request,
                String.valueOf(note),
                (handle, present) -> cases.acknowledge(handle, present, name(), note));
    }

    @POST
    @Path("/assign")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "assignCase",
            summary = "Give a case to a person",
            description = "Whoever has it hears of what happens to it.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response assign(@PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.Assigned sent) {
        String owner = CaseMoves.required(sent.owner(), "owner");
        return act("assign", id, request, owner, (handle, present) -> cases.assign(handle, present, name(), owner));
    }

    @POST
    @Path("/raise")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "raiseCase",
            summary = "Make a case worse than the policies find it",
            description =
                    "The clock begins anew on the terms of an escalation of that severity. No evaluation lowers it while the case is open.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response raise(@PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.Raised sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        Severity severity = sent.severity();
        if (severity == null) {
            throw new BadInputException("/severity", "is required");
        }
        return act(
                "raise",
                id,
                request,
                List.of(severity, reason),
                (handle, present) -> cases.raise(handle, present, name(), severity, reason));
    }

    @POST
    @Path("/updates")
    @RolesAllowed({Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "updateCase",
            summary = "Write down what the customer was told",
            description = "The next word to the customer counts from now.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response update(@PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.Updated sent) {
        String text = CaseMoves.required(sent.text(), "text");
        return act("updates", id, request, text, (handle, present) -> cases.update(handle, present, name(), text));
    }

    @POST
    @Path("/de-escalate")
    @RolesAllowed({Role.MANAGER})
    @Operation(
            operationId = "deEscalateCase",
            summary = "End an escalation",
            description = "It takes as many clean reviews in a row as its terms say, and the word of the customer.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response deEscalate(@PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.DeEscalated sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        String confirmedBy = CaseMoves.required(sent.confirmedBy(), "confirmedBy");
        return act(
                "de-escalate",
                id,
                request,
                List.of(reason, confirmedBy),
                (handle, present) -> cases.deEscalate(handle, present, name(), reason, confirmedBy));
    }

    @POST
    @Path("/close")
    @RolesAllowed({Role.MANAGER})
    @Operation(
            operationId = "closeCase",
            summary = "Close a case",
            description = "An escalation has to be de-escalated first.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response close(@PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.Reasoned sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        return act("close", id, request, reason, (handle, present) -> cases.close(handle, present, name(), reason));
    }

    @POST
    @Path("/reopen")
    @RolesAllowed({Role.MANAGER})
    @Operation(
            operationId = "reopenCase",
            summary = "Take a closed case up again",
            description = "Its clock begins anew.")
    @APIResponseSchema(value = Case.class, responseCode = "200", responseDescription = "The case as it stands now.")
    @APIResponse(responseCode = "409", description = "The case is not in a state that allows it.")
    public Response reopen(@PathParam("id") UUID id, @BeanParam Repeatable request, CaseMoves.Reasoned sent) {
        String reason = CaseMoves.required(sent.reason(), "reason");
        return act("reopen", id, request, reason, (handle, present) -> cases.reopen(handle, present, name(), reason));
    }

    private Response act(String move, UUID id, Repeatable request, Object body, BiConsumer<Handle, Case> work) {
        String path = "/cases/" + id;
        jdbi.useTransaction(handle -> idempotency.once(handle, name(), request.key, List.of(path, move, body), once -> {
            Case present = cases.lock(once, id);
            if (request.ifMatch != null) {
                Versions.requireMatch(request.ifMatch, present.revision());
            }
            work.accept(once, present);
            return path;
        }));
        return CaseResource.answer(cases.get(id));
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
