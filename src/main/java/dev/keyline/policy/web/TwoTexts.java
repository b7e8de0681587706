package dev.keyline.policy.web;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which two texts of a policy a caller wants compared. */
public final class TwoTexts {
    @PathParam("policy")
    @Parameter(description = "The policy's name.", example = "account-tier")
    String policy = "";

    @QueryParam("from")
    @Parameter(description = "A version's number, or `draft`; absent: the version in force.")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "A version's number, or `draft`, which is your own; absent: `draft`.")
    @Nullable
    String to;
}
