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
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Cases",
        description = "What evaluations have found and people work on: escalations, warnings, playbooks,"
                + " expansions and steps of renewals, each with its clock.")
class CaseResource {
    private final Cases cases;

    @Inject
    CaseResource(Cases cases) {
        this.cases = cases;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listCases", summary = "Cases, newest first")
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

    private static <E> @Nullable E word(String parameter, @Nullable String sent, E[] values, Function<E, String> word) {
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
    @APIResponseSchema(Case.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(cases.get(id));
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listCaseEvents", summary = "Everything that happened to a case, oldest first")
    public Page<CaseEvent> events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return cases.events(id, page);
    }

    static Response answer(Case present) {
        return Response.ok(present).tag(Versions.tag(present.revision())).build();
    }
}
