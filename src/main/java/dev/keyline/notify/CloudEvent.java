package dev.keyline.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** A notification as a CloudEvent 1.0 in structured JSON: the same bytes in every attempt. */
@Singleton
final class CloudEvent {
    static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String TYPE_PREFIX = "dev.keyline.";

    private final ObjectMapper mapper;
    private final NotifySettings settings;

    @Inject
    CloudEvent(ObjectMapper mapper, NotifySettings settings) {
        this.mapper = mapper;
        this.settings = settings;
    }

    byte[] of(Notification notification) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("account", notification.account());
        data.put("subject", notification.subject());
        data.put("recipients", notification.recipients());
        data.put("detail", notification.data());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", notification.id());
        event.put("source", settings.source());
        event.put("type", TYPE_PREFIX + notification.type());
        event.put("subject", notification.subject());
        event.put("time", notification.occurredAt());
        event.put("datacontenttype", "application/json");
        event.put("account", notification.account());
        event.put("data", data);
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was JSON in the database", e);
        }
    }
}
