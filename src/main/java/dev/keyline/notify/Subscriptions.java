package dev.keyline.notify;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is told of what. */
@Singleton
public class Subscriptions {
    private final Jdbi jdbi;
    private final Instance<Sender> senders;
    private final Destinations destinations;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Subscriptions(Jdbi jdbi, @Any Instance<Sender> senders, Destinations destinations, Clock clock) {
        this.jdbi = jdbi;
        this.senders = senders;
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * A new subscription's id, and what its messages are signed with, which is never told again.
     *
     * @param secret null but for a webhook
     */
    public record Made(UUID id, @Nullable String secret) {}

    /**
     * Makes one in the caller's transaction.
     *
     * @throws BadInputException with everything that is wrong
     * @throws ConflictException when its channel has no server
     */
    public Made make(Handle handle, SubscriptionDraft draft, String author) {
        check(draft);
        Channel channel = Objects.requireNonNull(draft.channel());
        if (senders.stream().noneMatch(sender -> sender.channel() == channel && sender.isConfigured())) {
            throw new ConflictException("No server is configured for the channel " + channel.word() + ".");
        }
        UUID id = ids.generate();
        String secret = channel == Channel.WEBHOOK ? Signature.newSecret() : null;
        SubscriptionStore.insert(handle, id, draft, channel, secret, clock.instant(), author);
        return new Made(id, secret);
    }

    private void check(SubscriptionDraft draft) {
        draft.check();
        if (draft.channel() == Channel.WEBHOOK) {
            try {
                if (!destinations.mayReach(URI.create(Objects.requireNonNull(draft.target())))) {
                    throw new BadInputException(
                            "/target", "is at a private address, where nothing is sent (keyline.notify.allow-private)");
                }
            } catch (UnknownHostException e) {
                // it may get an address yet; until then deliveries wait
            }
        }
    }

    /**
     * The one of this id.
     *
     * @throws NotFoundException when there is none
     */
    public Subscription get(UUID id) {
        return jdbi.withHandle(handle -> SubscriptionStore.find(handle, id)).orElseThrow(() -> none(id));
    }

    /** Newest first. */
    public Page<Subscription> list(PageRequest page) {
        @Nullable UUID below = page.after(UUID.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> SubscriptionStore.page(handle, below, page.limit() + 1)), Subscription::id);
    }

    /** Replaces what was edited; the channel and the secret stay. */
    public void replace(UUID id, @Nullable String ifMatch, SubscriptionDraft draft) {
        check(draft);
        jdbi.useTransaction(handle -> {
            Subscription present = lock(handle, id, ifMatch);
            if (present.channel() != draft.channel()) {
                throw new BadInputException(
                        "/channel", "must stay " + present.channel().word());
            }
            SubscriptionStore.replace(handle, id, draft);
        });
    }

    /** Gives a webhook a new secret, which is never told again; the old one is void from now on. */
    public String renewSecret(UUID id, @Nullable String ifMatch) {
        return jdbi.inTransaction(handle -> {
            Subscription present = lock(handle, id, ifMatch);
            if (present.channel() != Channel.WEBHOOK) {
                throw new ConflictException("Only what goes to a webhook is signed.");
            }
            String secret = Signature.newSecret();
            SubscriptionStore.replaceSecret(handle, id, secret);
            return secret;
        });
    }

    /** Removes one; its deliveries stay, and those under way are given up. */
    public void remove(UUID id, @Nullable String ifMatch) {
        jdbi.useTransaction(handle -> {
            lock(handle, id, ifMatch);
            SubscriptionStore.remove(handle, id, clock.instant());
        });
    }

    private static Subscription lock(Handle handle, UUID id, @Nullable String ifMatch) {
        Subscription present = SubscriptionStore.lock(handle, id).orElseThrow(() -> none(id));
        Versions.requireMatch(ifMatch, present.revision());
        return present;
    }

    private static NotFoundException none(UUID id) {
        return new NotFoundException("subscription", id.toString());
    }
}
