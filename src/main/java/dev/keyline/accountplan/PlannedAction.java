package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that somebody does by a day. */
@Schema(description = "Something that somebody does by a day.")
public record PlannedAction(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What is to be done.") String what,

        @Schema(description = "The person who does it, by id.") @RefersTo(Entity.PERSON)
        String owner,

        @Schema(description = "By when.") LocalDate dueOn,

        @Schema(
                description = "Where it stands.",
                enumeration = {"open", "done", "dropped"})
        String state,

        @Schema(description = "The goal it serves, by id.", nullable = true) @RefersWithin("goals") @Nullable
        String goal) {}
