package dev.keyline.kafka;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records, each acknowledged by all replicas in sync. Connects at the first. */
@Singleton
public class KafkaWriter {
    /** How long a record is tried before the caller hears that it failed: metadata, then sending. */
    public static final Duration LONGEST = Duration.ofSeconds(25);

    private static final int METADATA_MILLIS = 5_000;
    private static final int REQUEST_MILLIS = 10_000;
    private static final int DELIVERY_MILLIS = 20_000;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    @Inject
    KafkaWriter(KafkaSettings settings) {
        this.settings = settings;
    }

    public boolean isConfigured() {
        return settings.bootstrapServers().isPresent();
    }

    /**
     * Writes one record. Blocks while the topic is unknown yet, some seconds at most.
     *
     * @param key records of one key stay in order
     * @return completed when it is safe, or exceptionally
     * @throws RuntimeException when it cannot even be tried
     */
    public CompletableFuture<Void> write(String topic, String key, String contentType, byte[] value) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        sent.headers().add("content-type", contentType.getBytes(StandardCharsets.UTF_8));
        var unused = producer().send(sent, (metadata, failure) -> {
            if (failure == null) {
                written.complete(null);
            } else {
                written.completeExceptionally(failure);
            }
        });
        return written;
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = new HashMap<>();
            config.put(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    settings.bootstrapServers().orElseThrow());
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_MILLIS);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
            config.putAll(settings.client());
            producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    synchronized void stop(@Observes @Priority(2) ShutdownEvent event) {
        if (producer != null) {
            producer.close(FAREWELL);
        }
    }
}
