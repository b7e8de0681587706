package dev.keyline.access.web;

import dev.keyline.access.Session;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/session")
@Tag(name = "Session")
class SessionResource {
    private final Session session;

    @Inject
    SessionResource(Session session) {
        this.session = session;
    }

    /** The caller. */
    @Schema(name = "Session", description = "Who is calling.")
    record Caller(
            @Schema(description = "The user or the service, as its credentials name it.")
            String name,

            @Schema(description = "What the caller may be, of the six roles.")
            List<String> roles,

            @Schema(description = "What the caller showed: `password`, `token` or `cookie`.")
            String signedInBy) {}

    /** How people sign in. */
    @Schema(name = "WayIn", description = "How people sign in.")
    record WayIn(
            @Schema(
                    description =
                            "`password`: post the form fields `j_username` and `j_password` to `address`. `provider`: open"
                                    + " `address` in the browser, which leads to the identity provider and back.")
            String kind,

            @Schema(description = "Where.") String address) {}

    @GET
    @Authenticated
    @Operation(operationId = "getSession", summary = "Who am I")
    public Caller whoAmI() {
        return new Caller(session.name(), session.roles(), session.kind().name().toLowerCase(Locale.ROOT));
    }

    @GET
    @Path("/ways-in")
    @PermitAll
    @SecurityRequirements
    @Operation(operationId = "getWayIn", summary = "How to sign in here")
    public WayIn wayIn() {
        return session.isByPassword()
                ? new WayIn("password", "/j_security_check")
                : new WayIn("provider", "/session/sign-in");
    }

    @GET
    @Path("/sign-in")
    @Authenticated
    @Operation(
            operationId = "signIn",
            summary = "Sign in at the identity provider, in a browser",
            description = "Leads to the provider and, once signed in, to the console. Without a provider: 401.")
    @APIResponse(responseCode = "303", description = "Signed in; on to the console.")
    public Response signIn() {
        return Response.seeOther(URI.create("/")).build();
    }

    @POST
    @Path("/sign-out")
    @Authenticated
    @Operation(operationId = "signOut", summary = "Sign out", description = "Takes the session's cookie away.")
    @APIResponse(responseCode = "204", description = "Signed out.")
    public Uni<Void> signOut() {
        return session.end();
    }
}
