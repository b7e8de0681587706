package dev.keyline.events;

import dev.keyline.jdbc.Database;
import dev.keyline.kafka.KafkaReader;
import dev.keyline.kafka.KafkaSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads events from Kafka, where one is configured with a topic for them. */
@Singleton
class EventIntake {
    private final KafkaSettings settings;
    private final Events events;
    private final MeterRegistry meters;
    private @Nullable KafkaReader reader;

    @Inject
    EventIntake(KafkaSettings settings, Events events, MeterRegistry meters) {
        this.settings = settings;
        this.events = events;
        this.meters = meters;
    }

    void start(@Observes @Priority(Database.STARTUP_PRIORITY + 150) StartupEvent event) {
        List<String> topics = settings.eventsTopic().orElse(List.of());
        if (settings.bootstrapServers().isPresent() && !topics.isEmpty()) {
            KafkaReader started = new KafkaReader(settings, topics, events);
            reader = started;
            Gauge.builder("keyline.events.lag", started, KafkaReader::lag)
                    .description("Events of this replica's partitions that are still to be read")
                    .register(meters);
            started.start();
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        if (reader != null) {
            reader.close();
        }
    }
}
