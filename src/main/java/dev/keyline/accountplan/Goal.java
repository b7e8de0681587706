package dev.keyline.accountplan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What we and the customer want to reach. */
@Schema(description = "What we and the customer want to reach.")
public record Goal(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What shall be so.") String statement,

        @Schema(description = "What it is measured by.", nullable = true) @Nullable
        String measure,

        @Schema(description = "The measure when it is reached.", nullable = true) @Nullable
        String target,

        @Schema(description = "By when.", nullable = true) @Nullable
        LocalDate dueOn,

        @Schema(
                description = "Where it stands.",
                enumeration = {"open", "reached", "missed", "dropped"})
        String state) {}
