package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days on which a person is away, both ends included. */
public record Leave(
        @JsonProperty(required = true) @Schema(description = "The first day away.")
        LocalDate from,

        @JsonProperty(required = true) @Schema(description = "The last day away.")
        LocalDate to) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
