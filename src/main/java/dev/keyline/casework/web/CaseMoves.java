package dev.keyline.casework.web;

import dev.keyline.casework.Severity;
import dev.keyline.http.BadInputException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent along with a move of a case. */
final class CaseMoves {
    private CaseMoves() {}

    @Schema(description = "Somebody takes the case up.")
    record Acknowledged(
            @Schema(description = "What to remember of it.", nullable = true) @Nullable
            String note) {}

    @Schema(description = "Who is to have the case.")
    record Assigned(
            @Schema(description = "The person's id.", required = true)
            @Nullable
            String owner) {}

    @Schema(description = "How much worse the case is than the policies find it.")
    record Raised(
            @Schema(description = "The severity; worse than the present one.", required = true) @Nullable
            Severity severity,

            @Schema(description = "Why.", required = true) @Nullable String reason) {}

    @Schema(description = "What the customer was told.")
    record Updated(
            @Schema(description = "In words.", required = true) @Nullable
            String text) {}

    @Schema(description = "Why an escalation is over.")
    record DeEscalated(
            @Schema(description = "Why.", required = true) @Nullable String reason,

            @Schema(description = "Who at the customer has confirmed it.", required = true) @Nullable
            String confirmedBy) {}

    @Schema(description = "Why the case is closed or taken up again.")
    record Reasoned(
            @Schema(description = "Why.", required = true) @Nullable String reason) {}

    /**
     * @throws BadInputException naming the property, when it is missing or blank
     */
    static String required(@Nullable String text, String property) {
        if (text == null || text.isBlank()) {
            throw new BadInputException("/" + property, "is required");
        }
        return text.strip();
    }
}
