package dev.keyline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.kafka.Broker;
import dev.keyline.kafka.Neighbours;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class KafkaDeliveryTest {
    @Inject
    Subscribing service;

    private final Broker broker = Neighbours.broker();
    private final String topic = "out-" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        service.begin();
        broker.makeTopic(topic, 1);
        service.subscribe("kafka", topic).statusCode(201);
    }

    @Test
    void it_arrives_as_a_cloud_event_keyed_by_its_account() {
        Notification notification = service.publish("case.opened", List.of("ann"), Map.of("severity", "high"));

        ConsumerRecord<String, byte[]> read = broker.read(topic, 1).get(0);
        CloudEvent event = new JsonFormat().deserialize(read.value());
        assertThat(read.key()).isEqualTo(Subscribing.ACCOUNT);
        assertThat(read.headers().lastHeader("content-type").value())
                .isEqualTo("application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
        assertThat(event.getId()).isEqualTo(notification.id().toString());
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .contains("\"recipients\":[\"ann\"]", "\"severity\":\"high\"");
        assertThat(service.one(DeliveryState.DELIVERED, notification).attempts())
                .isEqualTo(1);
    }

    @Test
    void a_broker_that_was_away_has_it_in_the_end() {
        Notification before = service.publish();
        service.one(DeliveryState.DELIVERED, before);
        broker.stop();
        Notification meanwhile = service.publish();
        broker.start();

        service.one(DeliveryState.DELIVERED, meanwhile);
        assertThat(broker.read(topic, 2))
                .extracting(read -> new JsonFormat().deserialize(read.value()).getId())
                .contains(before.id().toString(), meanwhile.id().toString());
    }
}
