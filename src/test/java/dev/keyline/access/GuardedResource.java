package dev.keyline.access;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Something to be let in to; part of the tests only, and hidden from the published contract. */
@Path("/test/guarded")
class GuardedResource {
    @GET
    @Path("/analyst")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public String analystsOnly() {
        return "in";
    }

    @POST
    @Path("/change")
    @Authenticated
    @Operation(hidden = true)
    public String change() {
        return "changed";
    }

    @GET
    @Path("/forgotten")
    @Operation(hidden = true)
    public String withoutAnnotation() {
        return "in";
    }
}
