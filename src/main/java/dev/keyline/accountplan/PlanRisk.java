package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A known risk to the relationship, and what is done against it. */
@Schema(description = "A known risk to the relationship, and what is done against it.")
public record PlanRisk(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What may happen.") String risk,

        @Schema(
                description = "How likely it is; null: not judged yet.",
                nullable = true,
                enumeration = {"low", "medium", "high"})
        @Nullable
        String likelihood,

        @Schema(
                description = "How bad it would be; null: not judged yet.",
                nullable = true,
                enumeration = {"low", "medium", "high"})
        @Nullable
        String impact,

        @Schema(description = "What is done against it.", nullable = true) @Nullable
        String mitigation,

        @Schema(description = "The person who looks after it, by id.", nullable = true)
        @RefersTo(Entity.PERSON)
        @Nullable
        String owner,

        @Schema(
                description = "Whether it still stands.",
                enumeration = {"open", "closed"})
        String state,

        @Schema(description = "The finding it was taken from, such as champion-silent.", nullable = true) @Nullable
        String cause) {}
