package dev.keyline.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** A notification in words. */
@Singleton
final class MailText {
    private static final int LONGEST_SUBJECT = 200;

    private final ObjectMapper mapper;

    @Inject
    MailText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One line: the notification's title, else its type, and the account. */
    String subject(Notification notification) {
        Object title = notification.data().get("title");
        String line = title == null
                ? spoken(notification.type()) + ": account " + notification.account()
                : title + " (" + spoken(notification.type()) + ")";
        // what is typed somewhere must not become a header of its own
        String clean = line.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST_SUBJECT ? clean.substring(0, LONGEST_SUBJECT - 1) + "…" : clean;
    }

    String body(Notification notification) {
        StringBuilder body = new StringBuilder();
        line(body, "What", spoken(notification.type()));
        line(body, "Account", notification.account());
        line(body, "About", notification.subject());
        line(body, "When", notification.occurredAt());
        body.append("\r\n");
        for (Map.Entry<String, Object> entry : new TreeMap<>(notification.data()).entrySet()) {
            line(body, entry.getKey(), entry.getValue());
        }
        return body.append("\r\n-- \r\nKeyline, notification ")
                .append(notification.id())
                .append("\r\n")
                .toString();
    }

    private void line(StringBuilder body, String name, Object value) {
        body.append(name).append(": ").append(text(value)).append("\r\n");
    }

    private String text(Object value) {
        try {
            return value instanceof Map<?, ?> || value instanceof Iterable<?>
                    ? mapper.writeValueAsString(value)
                    : value.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was JSON in the database", e);
        }
    }

    /** {@code case.rung-reached} is "case rung reached". */
    private static String spoken(String type) {
        return type.replace('.', ' ').replace('-', ' ');
    }
}
