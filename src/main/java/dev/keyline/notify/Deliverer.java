package dev.keyline.notify;

import dev.keyline.timer.TimerHandler;
import dev.keyline.timer.Timers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Makes the attempts of deliveries when their timers are due. A timer's thread only begins an attempt, so that a receiver
 * that does not answer delays nothing else; a second timer, set as the attempt begins, begins the next one should this
 * process die on the way.
 */
@Singleton
class Deliverer implements TimerHandler {
    static final String KIND = "delivery";

    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    private static final int THREADS_OF_A_CHANNEL = 8;
    /** What an attempt may take beyond its sender's longest, for noting down what came of it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final int LONGEST_ERROR = 500;

    private final Jdbi jdbi;
    private final NotificationStore notifications;
    private final Timers timers;
    private final NotifySettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    private final Map<Channel, ThreadPoolExecutor> threads = new EnumMap<>(Channel.class);

    @Inject
    Deliverer(
            Jdbi jdbi,
            NotificationStore notifications,
            Timers timers,
            NotifySettings settings,
            MeterRegistry meters,
            Clock clock,
            @Any Instance<Sender> senders) {
        this.jdbi = jdbi;
        this.notifications = notifications;
        this.timers = timers;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        for (Sender sender : senders) {
            this.senders.put(sender.channel(), sender);
            threads.put(sender.channel(), threads(sender.channel()));
        }
        for (DeliveryState state : List.of(DeliveryState.WAITING, DeliveryState.DEAD)) {
            Gauge.builder("keyline.deliveries.undelivered", () -> count(state))
                    .description("Deliveries that wait, or are dead")
                    .tag("state", state.word())
                    .register(meters);
        }
    }

    /** The id of a delivery's timer in a turn. */
    static String timer(UUID delivery, int turn) {
        return delivery + "/" + turn;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(String timer) {
        int slash = timer.indexOf('/');
        UUID id = UUID.fromString(timer.substring(0, slash));
        int turn = Integer.parseInt(timer.substring(slash + 1));
        jdbi.inTransaction(handle -> begin(handle, id, turn)).ifPresent(message -> attempt(message, turn + 1));
    }

    private Optional<Message> begin(Handle handle, UUID id, int turn) {
        Instant now = clock.instant();
        Optional<Message> begun = DeliveryStore.begin(
                handle,
                id,
                turn,
                now,
                channel -> now.plus(sender(channel).longest()).plus(MARGIN),
                notifications);
        String refusal = begun.map(this::refusal).orElse(null);
        if (refusal != null) {
            DeliveryStore.giveUp(handle, id, turn + 1, refusal);
            return Optional.empty();
        }
        begun.ifPresent(message -> timers.schedule(handle, KIND, timer(id, turn + 1), message.lostAt()));
        return begun;
    }

    private @Nullable String refusal(Message message) {
        if (!message.enabled()) {
            return "the subscription was switched off or removed";
        }
        return message.attempt() > settings.attempts() ? "no attempt came to an end here" : null;
    }

    private void attempt(Message message, int turn) {
        ThreadPoolExecutor own = threads(message);
        var unused = CompletableFuture.supplyAsync(() -> message, own)
                .thenCompose(this::send)
                .exceptionally(failure -> new Result.Failed(words(failure)))
                .thenAcceptAsync(result -> note(message, turn, result), own)
                .exceptionally(failure -> {
                    LOG.errorf(failure, "what came of delivery %s was not noted; it is sent again", message.delivery());
                    return null;
                });
    }

    private CompletionStage<Result> send(Message message) {
        if (clock.instant().isAfter(message.lostAt())) {
            return CompletableFuture.failedStage(new TimeoutException("waited too long for its turn"));
        }
        return sender(message.channel()).send(message);
    }

    private void note(Message message, int turn, Result result) {
        String outcome = jdbi.inTransaction(handle -> note(handle, message, turn, result));
        meters.counter("keyline.deliveries", "channel", message.channel().word(), "result", outcome)
                .increment();
    }

    /** What it came to, in the word the metrics have for it. */
    private String note(Handle handle, Message message, int turn, Result result) {
        UUID id = message.delivery();
        if (result instanceof Result.Delivered) {
            return DeliveryStore.delivered(handle, id, turn, clock.instant()) ? "delivered" : "late";
        }
        if (result instanceof Result.Gone gone) {
            SubscriptionStore.switchOff(handle, message.subscription(), gone.reason());
            return giveUp(handle, id, turn, gone.reason());
        }
        if (result instanceof Result.Hopeless hopeless) {
            return giveUp(handle, id, turn, hopeless.reason());
        }
        Result.Failed failed = (Result.Failed) result;
        if (message.attempt() >= settings.attempts()) {
            return giveUp(handle, id, turn, failed.reason());
        }
        Instant at = clock.instant().plus(pause(message.attempt(), failed));
        if (!DeliveryStore.tryAgain(handle, id, turn, at, cut(failed.reason()))) {
            return "late";
        }
        timers.schedule(handle, KIND, timer(id, turn + 1), at);
        return "failed";
    }

    private Duration pause(int attempt, Result.Failed failed) {
        Duration ours =
                Backoff.after(attempt, settings.firstWait(), settings.longestWait(), RandomGenerator.getDefault());
        Duration theirs = failed.notBefore();
        return theirs != null && theirs.compareTo(ours) > 0 ? theirs : ours;
    }

    private static String giveUp(Handle handle, UUID id, int turn, String reason) {
        return DeliveryStore.giveUp(handle, id, turn, cut(reason)) ? "dead" : "late";
    }

    private Sender sender(Channel channel) {
        return Objects.requireNonNull(senders.get(channel));
    }

    private ThreadPoolExecutor threads(Message message) {
        return Objects.requireNonNull(threads.get(message.channel()));
    }

    private long count(DeliveryState state) {
        return jdbi.withHandle(handle -> DeliveryStore.count(handle, state));
    }

    private static String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** Others' words may hold anything: PostgreSQL's text, for one, takes no null character. */
    private static String cut(String reason) {
        String clean = reason.replaceAll("\\p{Cntrl}+", " ");
        return clean.length() > LONGEST_ERROR ? clean.substring(0, LONGEST_ERROR) : clean;
    }

    /** Of its own for each channel: where one mail server hangs, webhooks go on. */
    private static ThreadPoolExecutor threads(Channel channel) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS_OF_A_CHANNEL, THREADS_OF_A_CHANNEL, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "delivery-" + channel.word());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What is under way is begun again by its second timer, at the next start or by another replica. */
    void stop(@Observes @Priority(2) ShutdownEvent event) {
        threads.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
