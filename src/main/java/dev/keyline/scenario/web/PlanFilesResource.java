package dev.keyline.scenario.web;

import dev.keyline.access.Role;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.Plans;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.scenario.PlanFiles;
import dev.keyline.spreadsheet.SheetFormat;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/plans")
@Tag(name = "Plans")
class PlanFilesResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final Jdbi jdbi;
    private final Plans plans;
    private final PlanFiles files;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    PlanFilesResource(Jdbi jdbi, Plans plans, PlanFiles files, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.files = files;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/export")
    @Produces({CSV, XLSX})
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "exportPlan",
            summary = "All assignments of a finished plan as a file for a spreadsheet",
            description =
                    "A line of column names, then a line an account in the order of the demand list. Cells are text,"
                            + " never formulas; a CSV has an apostrophe before what a spreadsheet would take for one.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "409", description = "The plan is not finished.")
    public Response export(
            @PathParam("id") UUID id,
            @Parameter(description = "`csv` or `xlsx`; `csv` when absent.") @QueryParam("format") @Nullable
                    String wanted) {
        SheetFormat format = wanted == null || wanted.isBlank() ? SheetFormat.CSV : format(wanted);
        return Response.ok(files.export(id, format))
                .type(format == SheetFormat.CSV ? CSV + ";charset=UTF-8" : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"plan-" + id + "." + format.ending() + "\"")
                .build();
    }

    private static SheetFormat format(String wanted) {
        return Stream.of(SheetFormat.values())
                .filter(format -> format.ending().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "format",
                        "must be "
                                + Arrays.stream(SheetFormat.values())
                                        .map(SheetFormat::ending)
                                        .collect(Collectors.joining(" or "))));
    }

    @POST
    @Path("/imports")
    @Consumes({CSV, XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "importPlan",
            summary = "Take in assignments from a file as a plan",
            description =
                    "Of origin `imported`: judged, not solved. The columns `account`, `accountManager` and `sponsor` are"
                            + " read, ids in each, in any order and beside others, so that an export can be edited and sent"
                            + " back; `account` comes first in a CSV. An account that the file leaves out stays with who has it."
                            + " A file with a bad cell, or an assignment that breaks something, makes no plan.")
    @APIResponseSchema(
            value = Plan.class,
            responseCode = "202",
            responseDescription = "Taken; it is judged, and finished within seconds.")
    @APIResponse(responseCode = "400", description = "Something in it is wrong; `errors` names each cell.")
    @APIResponse(responseCode = "404", description = "There is no plan of that id, or no plan holds.")
    @APIResponse(responseCode = "413", description = "The file is too large.")
    public Response take(
            @Parameter(description = "The file's type.") @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Parameter(
                            description =
                                    "Whose book it is about: a plan's id or `accepted`; absent: the portfolio's with"
                                            + " the shipped limits.")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "What to call the plan.") @QueryParam("name") @Nullable String called,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            byte[] file) {
        SheetFormat format = type.startsWith(CSV) ? SheetFormat.CSV : SheetFormat.XLSX;
        NewPlan plan = files.imported(file, format, from, called);
        String name = caller.getPrincipal().getName();
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle,
                name,
                key,
                List.of("import", String.valueOf(from), String.valueOf(called), Arrays.hashCode(file)),
                work -> ScenarioResource.PATH + plans.submit(work, plan, name)));
        plans.begin();
        UUID taken = UUID.fromString(recorded.resource().substring(ScenarioResource.PATH.length()));
        return Response.accepted(plans.get(taken))
                .location(URI.create(recorded.resource()))
                .build();
    }
}
