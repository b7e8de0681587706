package dev.keyline.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person, by id and by name. */
@Schema(description = "A person, by id and by name.")
public record PersonRef(
        @Schema(description = "The person's id.") String id,

        @Schema(description = "The person's name at the time.")
        String name) {}
