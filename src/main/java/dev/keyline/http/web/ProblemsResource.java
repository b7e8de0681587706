package dev.keyline.http.web;

import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open to everybody: it is documentation, and whoever meets a 401 has to be able to read what it means. */
@Path("/problems")
@PermitAll
@Tag(name = "Problems")
class ProblemsResource {
    /**
     * What a problem's {@code type} leads to.
     *
     * @param type as it stands in an answer
     */
    @Schema(name = "ProblemDescription", description = "What a problem's `type` means and what to do about it.")
    record Description(
            @Schema(description = "The `type` as it stands in an answer.")
            URI type,

            @Schema(description = "The `title` as it stands in an answer.")
            String title,

            @Schema(description = "The HTTP status it comes with.")
            int status,

            @Schema(description = "What happened.") String meaning,

            @Schema(
                    description =
                            "Whether sending it again helps: `no`, `after-change` of the request, or `later` as it is.")
            String retry,

            @Schema(description = "What to do about it.") String remedy) {
        static Description of(ProblemType type) {
            return new Description(
                    type.uri(),
                    type.title(),
                    type.status(),
                    type.meaning(),
                    type.retry().id(),
                    type.remedy());
        }
    }

    @GET
    @SecurityRequirements
    @Operation(operationId = "listProblems", summary = "Every kind of problem this service answers with")
    public Page<Description> list() {
        return new Page<>(
                Arrays.stream(ProblemType.values()).map(Description::of).toList(), null);
    }

    @GET
    @Path("/{name}")
    @SecurityRequirements
    @Operation(operationId = "getProblem", summary = "One kind of problem: the address that `type` names")
    public Description get(
            @Parameter(description = "The last part of `type`, as in `bad-input`.") @PathParam("name") String name) {
        return ProblemType.named(name).map(Description::of).orElseThrow(() -> new NotFoundException("problem", name));
    }
}
