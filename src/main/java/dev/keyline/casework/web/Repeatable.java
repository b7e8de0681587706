package dev.keyline.casework.web;

import dev.keyline.http.Idempotency;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The headers of a request that moves something on. */
public final class Repeatable {
    @HeaderParam(Idempotency.HEADER)
    @Nullable
    String key;

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(description = "The ETag it was read with; absent: whatever has happened to it since.")
    @Nullable
    String ifMatch;
}
