package dev.keyline.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which Kafka, and what of it; see src/docs/notifications.md. */
@ConfigMapping(prefix = "keyline.kafka")
public interface KafkaSettings {
    /** As {@code host:port,…}; empty: no Kafka, nothing of it is loaded. */
    Optional<String> bootstrapServers();

    /** The topics with events for us; empty: none are read. */
    Optional<List<String>> eventsTopic();

    /** All replicas read as one group. */
    @WithDefault("keyline")
    String groupId();

    /** Settings of the Kafka client itself, such as {@code "security.protocol"}. */
    Map<String, String> client();
}
