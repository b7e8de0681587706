package dev.keyline.scenario.web;

import dev.keyline.access.Role;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.Plans;
import dev.keyline.http.Idempotency;
import dev.keyline.scenario.Bases;
import dev.keyline.scenario.ChangedBook;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
class ScenarioResource {
    static final String PATH = "/plans/";

    private final Jdbi jdbi;
    private final Plans plans;
    private final Bases bases;
    private final ChangedBook changedBook;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    ScenarioResource(
            Jdbi jdbi,
            Plans plans,
            Bases bases,
            ChangedBook changedBook,
            Idempotency idempotency,
            SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.bases = bases;
        this.changedBook = changedBook;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "startPlan",
            summary = "Plan coverage",
            description =
                    "Of the portfolio, of a book in the request, or of another plan's with changes. Checks the whole"
                            + " input first and names every row that is wrong. Then solves on its own; what cannot be covered is"
                            + " part of the result, with the reason.")
    @APIResponseSchema(
            value = Plan.class,
            responseCode = "202",
            responseDescription = "Under way; Location says where to look.")
    @APIResponse(responseCode = "404", description = "There is no plan or impact of that id, or no plan holds.")
    @APIResponse(responseCode = "409", description = "The plan or impact it is made from is not finished.")
    public Response start(@HeaderParam(Idempotency.HEADER) @Nullable String key, PlanRequest request) {
        NewPlan plan = request.on(bases.of(request.from(), request.asOf()), changedBook::of);
        String name = caller.getPrincipal().getName();
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle, name, key, List.of("plan", request), work -> PATH + plans.submit(work, plan, name)));
        plans.begin();
        UUID id = UUID.fromString(recorded.resource().substring(PATH.length()));
        return Response.accepted(plans.get(id))
                .location(URI.create(recorded.resource()))
                .build();
    }
}
