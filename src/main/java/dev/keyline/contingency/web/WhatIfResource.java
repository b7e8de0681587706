package dev.keyline.contingency.web;

import dev.keyline.access.Role;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.contingency.Contingencies;
import dev.keyline.contingency.WhatIf;
import dev.keyline.http.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/what-ifs")
@Tag(name = "What-ifs", description = "A departure or a budget cut, looked at as if it had happened.")
class WhatIfResource {
    private final Contingencies contingencies;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    WhatIfResource(Contingencies contingencies, BusinessTime businessTime, Clock clock) {
        this.contingencies = contingencies;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.ANALYST})
    @Operation(
            operationId = "askWhatIf",
            summary = "Rehearse an event",
            description =
                    "Which accounts it would hit, what of their risk would change and by which rows, which playbook"
                            + " applies, what is at stake and, where an account manager leaves, who could take over. Nothing is"
                            + " changed and no decision is recorded.")
    @APIResponse(responseCode = "200", description = "What it would do.")
    @APIResponse(
            responseCode = "409",
            description = "A manager leaves, and no review has finished yet that says what the accounts need.")
    public WhatIf ask(AskedWhatIf asked, @BeanParam PageRequest page) {
        Instant asOf = Objects.requireNonNullElseGet(asked.asOf(), clock::instant);
        return contingencies.whatIf(asked.event(businessTime.dayOf(asOf)), asOf, page);
    }
}
