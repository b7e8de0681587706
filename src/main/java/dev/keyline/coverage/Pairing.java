package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of one account with one account manager, and goes before what a plan would assume. */
@Schema(
        description =
                "What is known of one account with one account manager, and goes before what a plan would assume.")
public record Pairing(
        @JsonProperty(required = true) @Schema(description = "The account's id.")
        String account,

        @JsonProperty(required = true) @Schema(description = "The account manager's id.")
        String person,

        @Schema(
                description = "How well they fit, in percent from 0 to 100; null: nothing is known.",
                minimum = "0",
                maximum = "100",
                nullable = true)
        @Nullable
        Integer fit,

        @Schema(
                description =
                        "What it costs a year that this person holds it, in the reporting currency; null: nothing.",
                nullable = true)
        @Nullable
        BigDecimal cost,

        @Schema(
                description = "The points it takes of this person, in place of the account's own; null: those.",
                nullable = true)
        @Nullable
        Points load) {}
