package dev.keyline.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics on a thread of its own, whatever happens to the broker in the meantime. A batch counts as read only once
 * the handler has taken it: none is lost, and some come twice.
 */
public final class KafkaReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KafkaReader.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int RECORDS_AT_ONCE = 5_000;

    /** So long after a replica was killed the others take over its partitions. */
    private static final int SESSION_MILLIS = 10_000;

    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long FAREWELL_SECONDS = 5;

    private final KafkaSettings settings;
    private final Collection<String> topics;
    private final RecordHandler handler;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "kafka-reader");
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile long lag;
    private int failures;

    /** Not reading yet; {@link #start()} begins. */
    public KafkaReader(KafkaSettings settings, Collection<String> topics, RecordHandler handler) {
        this.settings = settings;
        this.topics = topics;
        this.handler = handler;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** How many records of this replica's partitions are still to be read, as of the last look. */
    public long lag() {
        return lag;
    }

    @Override
    public void close() throws InterruptedException {
        closed.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(TimeUnit.SECONDS.toMillis(FAREWELL_SECONDS));
    }

    private void read() {
        while (isOpen()) {
            try (Consumer<byte[], byte[]> consumer = connect()) {
                current = consumer;
                consumer.subscribe(topics);
                while (isOpen()) {
                    takeNext(consumer);
                }
            } catch (WakeupException | InterruptException closing) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("reading %s failed (%s); connecting anew soon", topics, e);
                pause();
            } finally {
                current = null;
            }
        }
    }

    private Consumer<byte[], byte[]> connect() {
        Map<String, Object> config = new HashMap<>();
        config.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers().orElseThrow());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        config.putAll(settings.client());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void takeNext(Consumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        lag = lag(consumer);
        if (records.isEmpty()) {
            return;
        }
        try {
            handler.take(received(records));
            consumer.commitSync();
            failures = 0;
        } catch (WakeupException closing) {
            throw closing;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d records were not taken; they come again", records.count());
            for (TopicPartition partition : records.partitions()) {
                consumer.seek(partition, records.records(partition).get(0).offset());
            }
            pause();
        }
    }

    private static List<ReceivedRecord> received(ConsumerRecords<byte[], byte[]> records) {
        List<ReceivedRecord> received = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> one : records) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : one.headers()) {
                if (header.value() != null) {
                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
                }
            }
            received.add(new ReceivedRecord(
                    one.topic(),
                    one.partition(),
                    one.offset(),
                    Instant.ofEpochMilli(Math.max(0, one.timestamp())),
                    headers,
                    one.key(),
                    one.value()));
        }
        return received;
    }

    private static long lag(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream()
                .map(consumer::currentLag)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        failures++;
        try {
            long millis = Math.min(LONGEST_PAUSE_MILLIS, 500L << Math.min(failures, 10));
            var unused = closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
