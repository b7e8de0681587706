package dev.keyline.brief.web;

import dev.keyline.access.Role;
import dev.keyline.brief.Brief;
import dev.keyline.brief.BriefFormats;
import dev.keyline.brief.Briefs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/accounts/{id}/brief")
@Tag(name = "Briefs", description = "All there is to say of one account.")
class BriefResource {
    private static final String MARKDOWN = "text/markdown";
    private static final String PDF = "application/pdf";
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(MARKDOWN + ";charset=UTF-8"),
                    MediaType.valueOf(PDF))
            .add()
            .build();

    private final Briefs briefs;
    private final BriefFormats formats;

    @Inject
    BriefResource(Briefs briefs, BriefFormats formats) {
        this.briefs = briefs;
        this.formats = formats;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN, PDF})
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getAccountBrief",
            summary = "An account's whole picture",
            description =
                    "Each statement names the decision, policy, version and rows behind it. Ask by Accept for JSON, Markdown or a PDF.")
    @APIResponse(
            responseCode = "200",
            description = "The brief as things stand.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Brief.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class)),
                @Content(mediaType = PDF, schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response get(@PathParam("id") String id, @Context Request request) {
        Variant asked = Objects.requireNonNullElse(request.selectVariant(VARIANTS), VARIANTS.get(0));
        Brief brief = briefs.of(id);
        Response.ResponseBuilder response = switch (asked.getMediaType().getSubtype()) {
            case "markdown" -> Response.ok(formats.markdown(brief));
            case "pdf" ->
                Response.ok(formats.pdf(brief))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"brief.pdf\"");
            default -> Response.ok(brief);
        };
        return response.type(asked.getMediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
