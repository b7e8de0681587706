package dev.keyline.notify;

import dev.keyline.kafka.KafkaWriter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes a CloudEvent into a topic; those of one account stay together. */
@Singleton
final class KafkaSender implements Sender {
    private final KafkaWriter writer;
    private final CloudEvent cloudEvent;

    @Inject
    KafkaSender(KafkaWriter writer, CloudEvent cloudEvent) {
        this.writer = writer;
        this.cloudEvent = cloudEvent;
    }

    @Override
    public Channel channel() {
        return Channel.KAFKA;
    }

    @Override
    public boolean isConfigured() {
        return writer.isConfigured();
    }

    @Override
    public Duration longest() {
        return KafkaWriter.LONGEST;
    }

    @Override
    public CompletionStage<Result> send(Message message) {
        if (!isConfigured()) {
            return CompletableFuture.completedFuture(
                    new Result.Failed("no Kafka is configured (keyline.kafka.bootstrap-servers)"));
        }
        Notification notification = message.notification();
        return writer.write(
                        Objects.requireNonNull(message.target()),
                        notification.account(),
                        CloudEvent.MEDIA_TYPE,
                        cloudEvent.of(notification))
                .thenApply(written -> new Result.Delivered());
    }
}
