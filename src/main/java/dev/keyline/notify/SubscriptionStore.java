package dev.keyline.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code notification_subscription}; removed ones stay for their deliveries and are not seen here. */
final class SubscriptionStore {
    private static final RowMapper<Subscription> SUBSCRIPTION = (row, context) -> new Subscription(
            row.getObject("id", UUID.class),
            row.getString("name"),
            Channel.named(row.getString("channel")),
            row.getString("target"),
            List.of((String[]) row.getArray("types").getArray()),
            row.getBoolean("enabled"),
            row.getString("disabled_because"),
            row.getLong("revision"),
            row.getTimestamp("created_at").toInstant(),
            row.getString("created_by"));

    private SubscriptionStore() {}

    static void insert(
            Handle handle,
            UUID id,
            SubscriptionDraft draft,
            Channel channel,
            @Nullable String secret,
            Instant now,
            String author) {
        handle.createUpdate("""
                        insert into notification_subscription
                          (id, name, channel, target, secret, types, enabled, created_at, created_by)
                        values (:id, :name, :channel, :target, :secret, :types, :enabled, :now, :author)
                        """)
                .bind("id", id)
                .bind("name", draft.name())
                .bind("channel", channel.word())
                .bind("target", draft.target())
                .bind("secret", secret)
                .bindArray("types", String.class, draft.typesOrAll())
                .bind("enabled", draft.enabledOrYes())
                .bind("now", now)
                .bind("author", author)
                .execute();
    }

    static Optional<Subscription> find(Handle handle, UUID id) {
        return handle.createQuery("select * from notification_subscription where id = :id and removed_at is null")
                .bind("id", id)
                .map(SUBSCRIPTION)
                .findOne();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    static Optional<Subscription> lock(Handle handle, UUID id) {
        return handle.createQuery(
                        "select * from notification_subscription where id = :id and removed_at is null for update")
                .bind("id", id)
                .map(SUBSCRIPTION)
                .findOne();
    }

    /** Newest first, from below an id. */
    static List<Subscription> page(Handle handle, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select * from notification_subscription
                        where removed_at is null and (cast(:below as uuid) is null or id < :below)
                        order by id desc limit :limit
                        """)
                .bind("below", below)
                .bind("limit", limit)
                .map(SUBSCRIPTION)
                .list();
    }

    static void replace(Handle handle, UUID id, SubscriptionDraft draft) {
        one(
                id,
                handle.createUpdate("""
                                update notification_subscription
                                set name = :name, target = :target, types = :types, enabled = :enabled,
                                    disabled_because = null, revision = revision + 1
                                where id = :id and removed_at is null
                                """)
                        .bind("id", id)
                        .bind("name", draft.name())
                        .bind("target", draft.target())
                        .bindArray("types", String.class, draft.typesOrAll())
                        .bind("enabled", draft.enabledOrYes())
                        .execute());
    }

    static void replaceSecret(Handle handle, UUID id, String secret) {
        one(id, handle.createUpdate("""
                                update notification_subscription set secret = :secret, revision = revision + 1
                                where id = :id and removed_at is null
                                """).bind("id", id).bind("secret", secret).execute());
    }

    static void remove(Handle handle, UUID id, Instant now) {
        one(id, handle.createUpdate("""
                                update notification_subscription
                                set removed_at = :now, secret = null, enabled = false, revision = revision + 1
                                where id = :id and removed_at is null
                                """).bind("id", id).bind("now", now).execute());
    }

    /** At the receiver's own wish; one that is off already stays as it is. */
    static void switchOff(Handle handle, UUID id, String reason) {
        handle.createUpdate("""
                        update notification_subscription
                        set enabled = false, disabled_because = :reason, revision = revision + 1
                        where id = :id and enabled
                        """).bind("id", id).bind("reason", reason).execute();
    }

    private static void one(UUID id, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("subscription " + id + " was locked and is gone");
        }
    }
}
