package dev.keyline.notify;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.timer.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The outbox: what is published in a transaction is told if and only if that commits. */
@Singleton
public class Notifications {
    private final Jdbi jdbi;
    private final NotificationStore store;
    private final Timers timers;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Notifications(Jdbi jdbi, NotificationStore store, Timers timers, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.timers = timers;
        this.clock = clock;
    }

    /** Publishes in the caller's transaction; who subscribes at this moment is told after the commit. */
    public void publish(Handle handle, Notification notification) {
        publish(handle, List.of(notification));
    }

    /** Publishes many at little more than the price of one. */
    public void publish(Handle handle, Collection<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("published outside a transaction, it could be told of and never happen");
        }
        store.insert(handle, notifications);
        List<DeliveryStore.Addressee> addressees = DeliveryStore.addressees(
                handle, notifications.stream().map(Notification::id).toList());
        if (addressees.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        PreparedBatch batch = DeliveryStore.inserting(handle);
        for (DeliveryStore.Addressee addressee : addressees) {
            UUID id = ids.generate();
            DeliveryStore.insert(batch, id, addressee, now);
            timers.schedule(handle, Deliverer.KIND, Deliverer.timer(id, 1), now);
        }
        batch.execute();
    }

    /** Begins the deliveries of what was published now rather than within half a second. Call it after the commit. */
    public void wake() {
        timers.wake();
    }

    /**
     * The one of this id.
     *
     * @throws NotFoundException when there is none
     */
    public Notification get(UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, id))
                .orElseThrow(() -> new NotFoundException("notification", id.toString()));
    }

    /** Newest first; null: of any account, of any type. */
    public Page<Notification> list(@Nullable String account, @Nullable String type, PageRequest page) {
        @Nullable UUID below = page.after(UUID.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> store.page(handle, account, type, below, page.limit() + 1)),
                Notification::id);
    }

    /** All of one notification. */
    public List<Delivery> deliveriesOf(UUID notification) {
        return jdbi.withHandle(handle -> DeliveryStore.ofNotification(handle, notification));
    }

    /** Newest first; null: in any state, to any subscription. */
    public Page<Delivery> deliveries(@Nullable DeliveryState state, @Nullable UUID subscription, PageRequest page) {
        @Nullable UUID below = page.after(UUID.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> DeliveryStore.page(handle, state, subscription, below, page.limit() + 1)),
                Delivery::id);
    }

    /**
     * The one of this id.
     *
     * @throws NotFoundException when there is none
     */
    public Delivery delivery(UUID id) {
        return jdbi.withHandle(handle -> DeliveryStore.find(handle, id))
                .orElseThrow(() -> new NotFoundException("delivery", id.toString()));
    }

    /**
     * Has a dead delivery tried anew in the caller's transaction, with as many attempts as a new one.
     *
     * @throws ConflictException when it is not dead, or its subscription is off or gone
     */
    public void sendAgain(Handle handle, UUID id) {
        Delivery delivery =
                DeliveryStore.find(handle, id).orElseThrow(() -> new NotFoundException("delivery", id.toString()));
        boolean enabled = SubscriptionStore.find(handle, delivery.subscriptionId())
                .filter(Subscription::enabled)
                .isPresent();
        if (!enabled) {
            throw new ConflictException("Its subscription is switched off or was removed.");
        }
        Instant now = clock.instant();
        int turn = DeliveryStore.revive(handle, id, now)
                .orElseThrow(() -> new ConflictException("Only a dead delivery is sent again; this one is "
                        + delivery.state().word() + "."));
        timers.schedule(handle, Deliverer.KIND, Deliverer.timer(id, turn), now);
    }
}
