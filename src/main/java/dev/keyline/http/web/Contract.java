package dev.keyline.http.web;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The head of the OpenAPI document. Each resource describes its own tag's operations. */
@OpenAPIDefinition(
        info = @Info(title = "Keyline", version = "1", description = """
                                Decides and plans for key accounts. Answers are JSON, instants are UTC, decimals are exact.
                                Lists are `{items, nextCursor}`; send `nextCursor` as `cursor` for what follows. Refusals are
                                RFC 9457 problems whose `type` leads to an explanation. A POST that records takes an
                                `Idempotency-Key`: 201 the first time, 200 repeated, 422 with another body. What is edited
                                carries an `ETag`, and a change names it in `If-Match`. Long work answers 202 with a
                                `Location` to follow. The contract grows by addition: expect new members."""),
        security = {
            @SecurityRequirement(name = "password"),
            @SecurityRequirement(name = "token"),
            @SecurityRequirement(name = "session")
        },
        tags = {
            @Tag(name = "Session", description = "Who is calling, and how to sign in."),
            @Tag(name = "Problems", description = "What each kind of problem means and what to do about it.")
        })
@SecurityScheme(
        securitySchemeName = "password",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "Demo users, from this machine only, where no identity provider is configured.")
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of the configured identity provider, made for this service.")
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "keyline-session",
        description = "What signing in leaves in a browser. Changes must come from the service's own pages.")
public final class Contract extends Application {}
