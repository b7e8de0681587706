package dev.keyline.decision.web;

import dev.keyline.decision.Decision;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Decisions over one consistent picture. */
@Schema(description = "Decisions over one consistent picture, in the order in which they feed each other.")
public record DecidedTogether(
        @Schema(description = "One a policy asked.") List<Decision> decisions) {}
