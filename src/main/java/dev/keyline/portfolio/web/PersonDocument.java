package dev.keyline.portfolio.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.keyline.portfolio.Leave;
import dev.keyline.portfolio.Person;
import java.time.temporal.ChronoField;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person with the days they are away. */
record PersonDocument(
        @JsonUnwrapped Person person,

        @Schema(description = "Days away, the earliest first.")
        List<Leave> leave) {
    /** The moment of the last change, in microseconds. */
    static long version(Person person) {
        return person.updatedAt().getEpochSecond() * 1_000_000
                + person.updatedAt().get(ChronoField.MICRO_OF_SECOND);
    }
}
