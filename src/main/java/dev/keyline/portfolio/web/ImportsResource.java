package dev.keyline.portfolio.web;

import dev.keyline.access.Role;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.portfolio.imports.ImportFile;
import dev.keyline.portfolio.imports.ImportReport;
import dev.keyline.portfolio.imports.ImportStore;
import dev.keyline.portfolio.imports.PortfolioImport;
import dev.keyline.portfolio.imports.RejectedFile;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/portfolio/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Whole CRM exports: CSV files and a mapping that says what becomes of them.")
class ImportsResource {
    private static final String MAPPING = "mapping";
    private static final String FILE = "file";

    private final PortfolioImport imports;
    private final ImportStore store;
    private final SecurityIdentity caller;

    @Inject
    ImportsResource(PortfolioImport imports, ImportStore store, SecurityIdentity caller) {
        this.imports = imports;
        this.store = store;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.OPERATOR, Role.SERVICE, Role.MANAGER})
    @Operation(
            operationId = "importPortfolio",
            summary = "Import a CRM export",
            description =
                    "Parts: file (repeated, CSV in UTF-8) and mapping (a shipped mapping's name, or a mapping document in YAML or JSON). Each file is one transaction; the same file twice changes nothing; bad rows are left out, reported, and to be had back.")
    @APIResponseSchema(
            value = ImportReport.class,
            responseCode = "201",
            responseDescription = "What became of each file.")
    @APIResponse(
            responseCode = "400",
            description = "Something stands in the way of a whole file or of the mapping; nothing was changed.")
    public Response run(
            @RestForm(FileUpload.ALL) List<FileUpload> uploads,
            @RestForm(MAPPING) @Nullable String mapping,
            @HeaderParam(Idempotency.HEADER) @Nullable String key) {
        String document = mapping(uploads, mapping);
        List<ImportFile> files = uploads.stream()
                .filter(upload -> FILE.equals(upload.name()))
                .map(upload -> new ImportFile(plainName(upload.fileName()), content(upload)))
                .toList();
        PortfolioImport.Made made = imports.run(
                files, imports.mapping(document), caller.getPrincipal().getName(), key);
        return Response.status(made.repeated() ? Response.Status.OK : Response.Status.CREATED)
                .location(URI.create("/portfolio/imports/" + made.id()))
                .entity(get(made.id()))
                .build();
    }

    private static String mapping(List<FileUpload> uploads, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            return text;
        }
        return uploads.stream()
                .filter(upload -> MAPPING.equals(upload.name()))
                .findFirst()
                .map(upload -> new String(content(upload), StandardCharsets.UTF_8))
                .orElseThrow(() -> new BadInputException(
                        "/mapping", "is missing: send a shipped mapping's name or a mapping document"));
    }

    private static byte[] content(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the upload " + upload.fileName(), e);
        }
    }

    /** Browsers may send a whole path, with either kind of slash. */
    private static String plainName(String name) {
        return name.replace('\0', ' ').substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    public Page<ImportReport> list(@BeanParam PageRequest page) {
        return page.page(store.page(page.after(UUID.class), page.limit() + 1), ImportReport::id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "getImport", summary = "What an import did")
    public ImportReport get(@PathParam("id") UUID id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("import", id.toString()));
    }

    @GET
    @Path("/{id}/rejected")
    @Produces("text/csv")
    @RolesAllowed({Role.OPERATOR, Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "getRejectedRows",
            summary = "The rows of a file that were not taken",
            description =
                    "A CSV file with the columns of the one that was sent, and rejected_line, rejected_column and rejected_reason. Put the rows right and send it again under the same name.")
    @APIResponse(responseCode = "200", description = "The rows; only the header when all were taken.")
    @APIResponse(responseCode = "400", description = "Several files have such rows, and none is named.")
    @APIResponse(responseCode = "404", description = "No import of this id, or no such file in it.")
    public Response rejected(
            @PathParam("id") UUID id,
            @Parameter(description = "The file's name; may be left out when only one has such rows.")
                    @QueryParam("file")
                    @Nullable
                    String file) {
        ImportReport report = get(id);
        String name = RejectedFile.choose(report, file);
        String encoded =
                URLEncoder.encode("rejected-" + name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(RejectedFile.text(report, name, store.rejected(id, name)))
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
                .build();
    }
}
