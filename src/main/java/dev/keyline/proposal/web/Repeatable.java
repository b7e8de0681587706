package dev.keyline.proposal.web;

import dev.keyline.http.Idempotency;
import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The header of a request that records something. */
public final class Repeatable {
    @HeaderParam(Idempotency.HEADER)
    @Parameter(description = "Repeating a request with its key records nothing twice.")
    @Nullable
    String key;
}
