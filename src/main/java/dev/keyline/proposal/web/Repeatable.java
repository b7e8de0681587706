package dev.keyline.proposal.web;

import dev.keyline.http.Idempotency;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** The header of a request that records something. */
public final class Repeatable {
    @HeaderParam(Idempotency.HEADER)
    @Nullable
    String key;
}
