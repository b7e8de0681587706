package dev.keyline.notify;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What tests of deliveries have in common: an account, subscriptions by HTTP, something to publish. */
@Singleton
class Subscribing {
    static final String ACCOUNT = "acme";

    @Inject
    Jdbi jdbi;

    @Inject
    Notifications notifications;

    void begin() {
        jdbi.useHandle(handle -> handle.execute("truncate notification_subscription, notification, delivery"));
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("insert into account (id, name) values (?, 'Acme')", ACCOUNT));
    }

    /** The body answered when it is made. */
    ValidatableResponse subscribe(String channel, String target, String... types) {
        return as("operator")
                .body(Map.of("name", "test", "channel", channel, "target", target, "types", List.of(types)))
                .post("/notifications/subscriptions")
                .then();
    }

    Notification publish(String type, List<String> recipients, Map<String, Object> data) {
        Notification notification =
                Notification.of(type, ACCOUNT, "case-1", Instant.parse("2026-11-20T10:15:30Z"), recipients, data);
        jdbi.useTransaction(handle -> notifications.publish(handle, notification));
        notifications.wake();
        return notification;
    }

    Notification publish() {
        return publish("case.opened", List.of(), Map.of("title", "Usage falls", "severity", "high"));
    }

    /** The deliveries of a notification, once they are all in this state. */
    List<Delivery> all(DeliveryState state, Notification notification) {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> notifications.deliveriesOf(notification.id()),
                        deliveries -> !deliveries.isEmpty()
                                && deliveries.stream().allMatch(delivery -> delivery.state() == state));
    }

    Delivery one(DeliveryState state, Notification notification) {
        List<Delivery> deliveries = all(state, notification);
        if (deliveries.size() != 1) {
            throw new AssertionError("not one delivery: " + deliveries);
        }
        return deliveries.get(0);
    }

    static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only").contentType("application/json");
    }

    static String path(UUID delivery) {
        return "/notifications/deliveries/" + delivery;
    }
}
