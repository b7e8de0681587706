package dev.keyline.portfolio;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days somebody is away. */
public record Leave(
        @Schema(description = "First day.") LocalDate fromDay,
        @Schema(description = "Last day, included.") LocalDate toDay) {}
