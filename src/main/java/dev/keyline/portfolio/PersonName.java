package dev.keyline.portfolio;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person, as far as a list needs. */
public record PersonName(
        @Schema(description = "The person's id.") String id,
        @Schema(description = "What the person is called.") String name) {}
