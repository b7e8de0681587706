package dev.keyline.notify;

import static dev.keyline.notify.Subscribing.as;
import static dev.keyline.notify.Subscribing.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.keyline.kafka.Neighbours;
import dev.keyline.timer.Timers;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class WebhookDeliveryTest {
    @Inject
    Subscribing service;

    @Inject
    Deliverer deliverer;

    @Inject
    Timers timers;

    @Inject
    Jdbi jdbi;

    private final Receiver receiver = new Receiver();

    @BeforeEach
    void begin() {
        service.begin();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    @Test
    void it_arrives_as_a_cloud_event_whose_signature_holds() throws Exception {
        String secret = service.subscribe("webhook", receiver.url())
                .statusCode(201)
                .extract()
                .path("secret");
        Notification notification = service.publish();

        Receiver.Request request = receiver.next();
        CloudEvent event = new JsonFormat().deserialize(request.body());
        assertThat(request.contentType()).isEqualTo("application/cloudevents+json");
        assertThat(request.id()).isEqualTo(notification.id().toString());
        assertThat(event.getId()).isEqualTo(request.id());
        assertThat(event.getType()).isEqualTo("dev.keyline.case.opened");
        assertThat(event.getSubject()).isEqualTo("case-1");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-20T10:15:30Z"));
        assertThat(event.getExtension("account")).isEqualTo(Subscribing.ACCOUNT);
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .contains("\"severity\":\"high\"");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((request.timestamp() + "." + new String(request.body(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(request.signature()).isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal()));
        assertThat(service.one(DeliveryState.DELIVERED, notification).attempts())
                .isEqualTo(1);
    }

    @Test
    void a_receiver_that_fails_once_gets_the_same_again() {
        service.subscribe("webhook", receiver.url());
        receiver.answers(500);
        Notification notification = service.publish();

        Receiver.Request first = receiver.next();
        Receiver.Request second = receiver.next();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        Delivery delivery = service.one(DeliveryState.DELIVERED, notification);
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.lastError()).isEqualTo("the receiver answered 500");
    }

    @Test
    void a_receiver_that_does_not_answer_in_time_gets_it_again() {
        service.subscribe("webhook", receiver.url());
        receiver.answers(Receiver.NOTHING);
        Notification notification = service.publish();

        Delivery delivery = service.one(DeliveryState.DELIVERED, notification);
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.lastError()).isEqualTo("no answer in time");
    }

    @Test
    void a_receiver_that_hangs_keeps_no_other_from_its_message() {
        try (Receiver hanging = new Receiver()) {
            hanging.answers(java.util.Collections.nCopies(20, Receiver.NOTHING).toArray(Integer[]::new));
            service.subscribe("webhook", hanging.url(), "plan.*");
            service.subscribe("webhook", receiver.url(), "case.*");
            for (int i = 0; i < 20; i++) {
                service.publish("plan.accepted", List.of(), Map.of());
            }
            hanging.next();
            Notification notification = service.publish();

            assertThat(service.one(DeliveryState.DELIVERED, notification).attempts())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_fails_too_often_is_dead_and_is_sent_again_when_asked() {
        service.subscribe("webhook", receiver.url());
        receiver.answers(500, 301, 404);
        Notification notification = service.publish();

        Delivery dead = service.one(DeliveryState.DEAD, notification);
        assertThat(dead.attempts()).isEqualTo(3);
        as("auditor")
                .get("/notifications/deliveries?state=dead&subscription=" + dead.subscriptionId())
                .then()
                .statusCode(200)
                .body("items.id", contains(dead.id().toString()))
                .body("items[0].lastError", equalTo("the receiver answered 404"))
                .body("items[0].channel", equalTo("webhook"));

        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("operator")
                    .header("Idempotency-Key", key)
                    .post(path(dead.id()) + "/send")
                    .then()
                    .statusCode(202);
        }
        assertThat(service.one(DeliveryState.DELIVERED, notification).attempts())
                .isEqualTo(4);
        as("operator")
                .post(path(dead.id()) + "/send")
                .then()
                .statusCode(409)
                .body("detail", startsWith("Only a dead delivery"));
        as("auditor")
                .get("/notifications/" + notification.id())
                .then()
                .body("type", equalTo("case.opened"))
                .body("data.severity", equalTo("high"))
                .body("deliveries.state", contains("delivered"));
    }

    @Test
    void a_receiver_that_is_gone_for_good_is_asked_no_more() {
        String id = service.subscribe("webhook", receiver.url()).extract().path("id");
        receiver.answers(410);
        Notification notification = service.publish();

        Delivery dead = service.one(DeliveryState.DEAD, notification);
        assertThat(dead.attempts()).isEqualTo(1);
        as("auditor")
                .get("/notifications/subscriptions/" + id)
                .then()
                .body("enabled", equalTo(false))
                .body("disabledBecause", equalTo("the receiver answered 410: gone for good"));
        as("operator").post(path(dead.id()) + "/send").then().statusCode(409);
        assertThat(service.notifications.deliveriesOf(service.publish().id())).isEmpty();
    }

    @Test
    void an_attempt_that_a_killed_process_began_is_made_again() {
        service.subscribe("webhook", receiver.url());
        receiver.answers(500);
        Notification notification = service.publish();
        UUID id = service.one(DeliveryState.DELIVERED, notification).id();
        receiver.next();
        receiver.next();
        // as it stands when a process dies with the second attempt under way
        jdbi.useTransaction(handle -> {
            handle.execute("update delivery set state = 'waiting', turn = 9, attempts = 2 where id = ?", id);
            timers.schedule(handle, Deliverer.KIND, Deliverer.timer(id, 9), Instant.now());
        });

        assertThat(receiver.next().id()).isEqualTo(notification.id().toString());
        assertThat(service.one(DeliveryState.DELIVERED, notification).attempts())
                .isEqualTo(3);
    }

    @Test
    void an_attempt_that_never_ends_anywhere_is_given_up_in_the_end() {
        service.subscribe("webhook", receiver.url());
        Notification notification = service.publish();
        UUID id = service.one(DeliveryState.DELIVERED, notification).id();
        receiver.next();
        jdbi.useHandle(handle ->
                handle.execute("update delivery set state = 'waiting', turn = 9, attempts = 3 where id = ?", id));

        deliverer.due(Deliverer.timer(id, 9));

        assertThat(service.one(DeliveryState.DEAD, notification).lastError())
                .isEqualTo("no attempt came to an end here");
        assertThat(receiver.hasNoMore()).isTrue();
    }

    @Test
    void a_timer_of_an_earlier_turn_sends_nothing() {
        service.subscribe("webhook", receiver.url());
        Notification notification = service.publish();
        Delivery delivery = service.one(DeliveryState.DELIVERED, notification);
        receiver.next();

        deliverer.due(Deliverer.timer(delivery.id(), 1));
        deliverer.due(Deliverer.timer(delivery.id(), 2));

        assertThat(service.one(DeliveryState.DELIVERED, notification).attempts())
                .isEqualTo(1);
        assertThat(receiver.hasNoMore()).isTrue();
    }

    @Test
    void what_was_published_in_a_transaction_that_fails_is_told_to_nobody() {
        service.subscribe("webhook", receiver.url());
        Notification never =
                Notification.of("case.opened", Subscribing.ACCOUNT, "case-0", Instant.now(), List.of(), Map.of());
        try {
            jdbi.useTransaction(handle -> {
                service.notifications.publish(handle, never);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            as("auditor").get("/notifications/" + never.id()).then().statusCode(404);
        }
        Notification real = service.publish();

        assertThat(receiver.next().id()).isEqualTo(real.id().toString());
    }

    @Test
    void only_what_was_subscribed_to_is_told() {
        service.subscribe("webhook", receiver.url(), "case.rung-reached", "plan.*");
        Notification other = service.publish();
        Notification exact = service.publish("case.rung-reached", List.of(), Map.of());
        Notification family = service.publish("plan.accepted", List.of(), Map.of());

        service.one(DeliveryState.DELIVERED, exact);
        service.one(DeliveryState.DELIVERED, family);
        assertThat(service.notifications.deliveriesOf(other.id())).isEmpty();
        as("auditor")
                .get("/notifications?type=plan.accepted&account=" + Subscribing.ACCOUNT)
                .then()
                .body("items.id", contains(family.id().toString()));
        as("auditor").get("/notifications?account=other").then().body("items", empty());
    }

    @Test
    void a_removed_subscription_s_deliveries_under_way_are_given_up() {
        service.subscribe("webhook", receiver.url());
        receiver.answers(500);
        Notification notification = service.publish();
        receiver.next();
        jdbi.useHandle(handle -> handle.execute(
                "update notification_subscription set removed_at = now(), secret = null, enabled = false"));

        assertThat(service.one(DeliveryState.DEAD, notification).lastError())
                .isEqualTo("the subscription was switched off or removed");
    }
}
