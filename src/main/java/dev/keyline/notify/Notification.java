package dev.keyline.notify;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened and that people or systems want to hear of.
 *
 * @param id version 7; the same in every telling, so that a receiver knows one it has had
 * @param recipients whom it concerns; e-mail goes to them
 */
public record Notification(
        @Schema(description = "Its id, the same in every delivery.")
        UUID id,

        @Schema(description = "case.opened, case.rung-reached, …")
        String type,

        @Schema(description = "The account's id.") String account,

        @Schema(description = "What it is about, such as a case's id.")
        String subject,

        @Schema(description = "When it happened.") Instant occurredAt,

        @Schema(description = "The ids of the people it concerns.")
        List<String> recipients,

        @Schema(description = "What there is to say of it.") Map<String, Object> data) {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    public Notification {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        recipients = List.copyOf(recipients);
        Map<String, Object> said = new LinkedHashMap<>(data);
        said.values().removeIf(Objects::isNull);
        data = Collections.unmodifiableMap(said);
    }

    /**
     * With an id of its own.
     *
     * @param data a {@code title} becomes the subject line of a mail
     */
    public static Notification of(
            String type,
            String account,
            String subject,
            Instant occurredAt,
            List<String> recipients,
            Map<String, Object> data) {
        return new Notification(IDS.generate(), type, account, subject, occurredAt, recipients, data);
    }
}
