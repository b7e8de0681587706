package dev.keyline.spreadsheet.web;

import dev.keyline.access.Role;
import dev.keyline.engine.table.TableText;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.Versions;
import dev.keyline.spreadsheet.PolicyTables;
import dev.keyline.spreadsheet.SheetFormat;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/policies/{policy}")
@Tag(name = "Spreadsheets", description = "Decision tables as files that people edit in a spreadsheet.")
class TablesResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final PolicyTables tables;
    private final SecurityIdentity caller;

    @Inject
    TablesResource(PolicyTables tables, SecurityIdentity caller) {
        this.tables = tables;
        this.caller = caller;
    }

    @GET
    @Path("/tables")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listTables", summary = "The decision tables of a policy, in the order of its text")
    @APIResponse(responseCode = "200", description = "The tables.")
    @APIResponse(responseCode = "404", description = "No such policy, version or draft.")
    public Page<TableView> list(
            @PathParam("policy") String policy,
            @Parameter(description = "A version's number, or `draft` for your own; absent: the version in force.")
                    @QueryParam("version")
                    @Nullable
                    String version) {
        List<TableView> views = tables.tables(policy, version, name()).stream()
                .map(TableView::of)
                .toList();
        return new Page<>(views, null);
    }

    @GET
    @Path("/tables/{file}")
    @Produces({XLSX, CSV})
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "exportTable",
            summary = "A decision table as a file for a spreadsheet",
            description =
                    "Eleven lines say which table it is and what its columns are, then each row has a line that begins with its id. Cells are FEEL as text, never formulas; a CSV has an apostrophe before what a spreadsheet would take for one.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "No such policy, version, draft or table, or another format.")
    public Response export(
            @PathParam("policy") String policy,
            @Parameter(
                            description = "The table's id, or the name of its decision, and `.xlsx` or `.csv`.",
                            example = "tier-by-score-table.xlsx")
                    @PathParam("file")
                    String file,
            @Parameter(description = "A version's number, or `draft` for your own; absent: the version in force.")
                    @QueryParam("version")
                    @Nullable
                    String version) {
        SheetFormat format = Stream.of(SheetFormat.values())
                .filter(candidate -> file.endsWith("." + candidate.ending()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file", file));
        String id = file.substring(0, file.length() - format.ending().length() - 1);
        TableText table = tables.table(policy, version, name(), id);
        String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(format.write(table))
                .type(format == SheetFormat.CSV ? CSV + ";charset=UTF-8" : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
                .build();
    }

    @PUT
    @Path("/draft/tables/{table}")
    @Consumes({XLSX, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "importTable",
            summary = "Replace a table's rows in your draft by those of a file",
            description =
                    "An exported XLSX or CSV, edited: up to 2 MB and 20,000 rows, without formulas, macros or password. Rows without an id are new and get one. Columns are changed in the model: a file whose columns differ is refused. Without a draft this begins one from the version in force.")
    @RequestBody(
            description = "The file.",
            required = true,
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponseSchema(
            value = ImportedRows.class,
            responseCode = "200",
            responseDescription = "Replaced; ETag names the draft's new revision.")
    @APIResponse(
            responseCode = "400",
            description =
                    "The file cannot be read, or cells are wrong: `errors` names each by sheet and cell, as in `Sheet1!C7`.")
    @APIResponse(responseCode = "404", description = "No such policy or table.")
    @APIResponse(responseCode = "412", description = "The draft was saved since If-Match was read, or is gone.")
    @APIResponse(responseCode = "413", description = "Over 2 MB.")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and you have a draft already.")
    public Response replaceRows(
            @PathParam("policy") String policy,
            @PathParam("table") String table,
            @Parameter(description = "The ETag of your draft; absent when you have none.")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] file) {
        SheetFormat format = type.isCompatible(MediaType.valueOf(CSV)) ? SheetFormat.CSV : SheetFormat.XLSX;
        PolicyTables.Imported imported = tables.replaceRows(policy, table, format, file, ifMatch, name());
        return Response.ok(ImportedRows.of(imported))
                .tag(Versions.tag(imported.draft().revision()))
                .build();
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
