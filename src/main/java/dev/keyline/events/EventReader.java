package dev.keyline.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.http.InputError;
import dev.keyline.kafka.ReceivedRecord;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.JsonRow;
import dev.keyline.portfolio.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event: a CloudEvent (structured, or binary with {@code ce_} headers) whose type ends in one of the five
 * words and whose data is the event, or the plain JSON object {@code {type, account, …}}.
 */
@Singleton
final class EventReader {
    private static final Map<String, Entity> ENTITIES = Map.of(
            "account", Entity.ACCOUNT,
            "usage", Entity.USAGE,
            "satisfaction", Entity.SATISFACTION,
            "ticket", Entity.TICKET,
            "signal", Entity.SIGNAL);
    private static final String TYPES = "account, usage, satisfaction, ticket, signal";

    private final ObjectMapper mapper;

    @Inject
    EventReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What an event is wrapped into; all of a plain one is in {@code data}. */
    private record Envelope(
            @Nullable String type,
            @Nullable String subject,
            @Nullable String time,
            @Nullable String id,
            String pointer,
            ObjectNode data) {}

    private static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String reason) {
            super(reason);
        }
    }

    Read read(ReceivedRecord received) {
        try {
            return event(received, envelope(received));
        } catch (UnreadableException e) {
            return new Read.Unreadable(received, String.valueOf(e.getMessage()));
        }
    }

    private Envelope envelope(ReceivedRecord received) throws UnreadableException {
        Map<String, String> headers = received.headers();
        ObjectNode body = object(received.value());
        if (headers.containsKey("ce_specversion")) {
            String id = headers.get("ce_id");
            return new Envelope(
                    headers.get("ce_type"),
                    headers.get("ce_subject"),
                    headers.get("ce_time"),
                    id == null ? null : headers.get("ce_source") + "\n" + id,
                    "",
                    body);
        }
        if (!body.has("specversion")) {
            String type = text(body, "type");
            body.remove("type");
            return new Envelope(type, null, null, null, "", body);
        }
        if (!(body.get("data") instanceof ObjectNode data)) {
            throw new UnreadableException("/data must be an object");
        }
        String id = text(body, "id");
        return new Envelope(
                text(body, "type"),
                text(body, "subject"),
                text(body, "time"),
                id == null ? null : text(body, "source") + "\n" + id,
                "/data",
                data);
    }

    private ObjectNode object(byte @Nullable [] value) throws UnreadableException {
        if (value == null || value.length == 0) {
            throw new UnreadableException("is empty");
        }
        try {
            if (mapper.readTree(value) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // told below; the parser's own words quote the value at length
        }
        throw new UnreadableException("is no JSON object");
    }

    private static Read event(ReceivedRecord received, Envelope envelope) throws UnreadableException {
        String type = envelope.type() == null ? "" : envelope.type();
        Entity entity = ENTITIES.get(type.substring(type.lastIndexOf('.') + 1));
        if (entity == null) {
            throw new UnreadableException(
                    "type " + (type.isEmpty() ? "is missing" : "is " + type) + "; known are " + TYPES);
        }
        ObjectNode data = envelope.data();
        String account = data.has("account") ? text(data, "account") : envelope.subject();
        if (account == null || account.isBlank() || account.length() > Field.MAX_SHORT_TEXT) {
            throw new UnreadableException("account must be the id of an account");
        }
        data.remove("account");
        List<InputError> errors = new ArrayList<>();
        Row row = row(received, envelope, entity, account, errors);
        return errors.isEmpty()
                ? new Read.Event(received, entity, account, row)
                : new Read.Unreadable(
                        received,
                        errors.stream()
                                .map(error -> error.pointer() + " " + error.message())
                                .collect(Collectors.joining("; ")));
    }

    private static Row row(
            ReceivedRecord received, Envelope envelope, Entity entity, String account, List<InputError> errors) {
        ObjectNode data = envelope.data();
        String pointer = envelope.pointer();
        if (entity == Entity.ACCOUNT) {
            return JsonRow.readPart(entity, data, pointer, Map.of("id", account), List.of(), errors);
        }
        if (entity == Entity.SIGNAL) {
            if (!data.hasNonNull("id")) {
                data.put("id", derivedId(received, envelope));
            }
            if (!data.hasNonNull("occurredAt")) {
                data.put("occurredAt", Objects.requireNonNullElseGet(envelope.time(), received.sentAt()::toString));
            }
        }
        // a reading has no id of its own; a writer may number its events all the same
        List<String> others = entity == Entity.USAGE || entity == Entity.SATISFACTION ? List.of("id") : List.of();
        return JsonRow.read(entity, data, pointer, Map.of("account_id", account), others, errors);
    }

    /** The same whenever the same event comes again: of a CloudEvent its own, else its place. */
    private static String derivedId(ReceivedRecord received, Envelope envelope) {
        String name = envelope.id() != null
                ? envelope.id()
                : received.topic() + "\n" + received.partition() + "\n" + received.position() + "\n"
                        + received.sentAt();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable String text(JsonNode node, String property) {
        JsonNode value = node.get(property);
        return value == null ? null : value.textValue();
    }
}
