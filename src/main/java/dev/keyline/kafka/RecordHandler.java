package dev.keyline.kafka;

import java.util.List;

/** Takes in what {@link KafkaReader} reads. */
@FunctionalInterface
public interface RecordHandler {
    /**
     * Takes records, all of them or none. Some may come again: after a restart, or when the broker did not hear that
     * they were taken.
     *
     * @param records at least one, of each partition in order
     * @throws RuntimeException to have the same again later
     */
    void take(List<ReceivedRecord> records);
}
