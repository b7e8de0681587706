package dev.keyline.http.web;

import dev.keyline.http.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The catalogue of problems in the OpenAPI document: each described once, and referred to by whatever answers with it. */
final class DescribedProblems {
    private static final String SCHEMA = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    private DescribedProblems() {}

    static void addTo(Components components) {
        components.addSchema(SCHEMA, problem());
        for (ProblemType type : ProblemType.values()) {
            components.addResponse(type.id(), response(type));
        }
    }

    static APIResponse reference(ProblemType type) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + type.id());
    }

    private static APIResponse response(ProblemType type) {
        return OASFactory.createAPIResponse()
                .description("%s: `%s`. %s".formatted(type.title(), type.uri(), type.meaning()))
                .content(content());
    }

    /** What every problem looks like. */
    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
    }

    private static Schema problem() {
        Schema error = object("One thing wrong with the input.")
                .addProperty(
                        "pointer", text("JSON pointer to the place in the body, or the name of a parameter or header."))
                .addProperty("detail", text("What is wrong there and what would be right."));
        return object("Why a request was refused (RFC 9457).")
                .addProperty("type", text("The kind, as an address to read about it: `GET /problems` lists them all."))
                .addProperty("title", text("The kind in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("detail", text("What happened this time."))
                .addProperty("instance", text("The path that was called."))
                .addProperty("incident", text("With a fault of ours: what identifies it in the log."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("With bad input: every error found.")
                                .items(error))
                .required(List.of("type", "title", "status"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
