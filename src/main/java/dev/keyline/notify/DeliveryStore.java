package dev.keyline.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code delivery}. Whoever changes a delivery that waits names the turn it believes to be in; false says that
 * the delivery has gone on without it.
 */
final class DeliveryStore {
    private static final RowMapper<Delivery> DELIVERY = (row, context) -> new Delivery(
            row.getObject("id", UUID.class),
            row.getObject("notification_id", UUID.class),
            row.getString("type"),
            row.getString("account_id"),
            row.getObject("subscription_id", UUID.class),
            Channel.named(row.getString("channel")),
            row.getString("recipient"),
            DeliveryState.named(row.getString("state")).orElseThrow(),
            row.getInt("attempts"),
            instant(row, "due_at"),
            instant(row, "last_attempt_at"),
            row.getString("last_error"),
            instant(row, "delivered_at"));

    private static final String SELECT = """
            select d.*, n.type, n.account_id, s.channel
            from delivery as d join notification as n on n.id = d.notification_id
              join notification_subscription as s on s.id = d.subscription_id
            """;

    private DeliveryStore() {}

    /** Someone to be told: of e-mail to people's own addresses, the person. */
    record Addressee(
            UUID notification, UUID subscription, @Nullable String recipient) {}

    /** What a subscription is to be told now, for notifications just inserted. */
    static List<Addressee> addressees(Handle handle, Collection<UUID> notifications) {
        return handle.createQuery("""
                        select distinct n.id as notification, s.id as subscription, r.recipient
                        from notification as n
                          join notification_subscription as s on s.enabled and s.removed_at is null
                            and (cardinality(s.types) = 0 or n.type = any(s.types)
                              or exists (select 1 from unnest(s.types) as t (type)
                                         where right(t.type, 2) = '.*' and starts_with(n.type, left(t.type, -1))))
                          left join lateral unnest(n.recipients) as r (recipient)
                            on s.channel = 'email' and s.target is null
                        where n.id = any(:ids) and (s.channel <> 'email' or s.target is not null or r.recipient is not null)
                        order by n.id, s.id, r.recipient
                        """)
                .bindArray("ids", UUID.class, notifications.toArray())
                .map((row, context) -> new Addressee(
                        row.getObject("notification", UUID.class),
                        row.getObject("subscription", UUID.class),
                        row.getString("recipient")))
                .list();
    }

    /** Adds a delivery to its batch, in its first turn. */
    static void insert(PreparedBatch batch, UUID id, Addressee addressee, Instant now) {
        batch.bind("id", id)
                .bind("notification", addressee.notification())
                .bind("subscription", addressee.subscription())
                .bind("recipient", addressee.recipient())
                .bind("now", now)
                .add();
    }

    static PreparedBatch inserting(Handle handle) {
        return handle.prepareBatch("""
                insert into delivery (id, notification_id, subscription_id, recipient, state, due_at)
                values (:id, :notification, :subscription, :recipient, 'waiting', :now)
                """);
    }

    static Optional<Delivery> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + "where d.id = :id")
                .bind("id", id)
                .map(DELIVERY)
                .findOne();
    }

    static List<Delivery> ofNotification(Handle handle, UUID notification) {
        return handle.createQuery(SELECT + "where d.notification_id = :id order by d.id")
                .bind("id", notification)
                .map(DELIVERY)
                .list();
    }

    /** Newest first, from below an id. */
    static List<Delivery> page(
            Handle handle,
            @Nullable DeliveryState state,
            @Nullable UUID subscription,
            @Nullable UUID below,
            int limit) {
        return handle.createQuery(SELECT + """
                        where (cast(:state as text) is null or d.state = :state)
                          and (cast(:subscription as uuid) is null or d.subscription_id = :subscription)
                          and (cast(:below as uuid) is null or d.id < :below)
                        order by d.id desc limit :limit
                        """)
                .bind("state", state == null ? null : state.word())
                .bind("subscription", subscription)
                .bind("below", below)
                .bind("limit", limit)
                .map(DELIVERY)
                .list();
    }

    /**
     * Begins an attempt, of which the next turn is the one that counts it as lost; empty when the turn is not this one.
     *
     * @param lostAt by channel, when an attempt counts as lost
     */
    static Optional<Message> begin(
            Handle handle, UUID id, int turn, Instant now, LostAt lostAt, NotificationStore notifications) {
        return handle.createQuery("""
                        with begun as (
                          update delivery as d
                          set turn = d.turn + 1, attempts = d.attempts + 1, last_attempt_at = :now,
                              due_at = case s.channel when 'webhook' then cast(:webhook as timestamptz)
                                when 'email' then :email else :kafka end
                          from notification_subscription as s
                          where d.id = :id and d.turn = :turn and d.state = 'waiting' and s.id = d.subscription_id
                          returning d.id, d.notification_id, d.subscription_id, d.recipient, d.due_at,
                            d.attempts - d.attempts_before as attempt)
                        select n.*, b.id as delivery_id, b.attempt, b.subscription_id, b.recipient, b.due_at, s.channel,
                          s.secret, s.enabled and s.removed_at is null as enabled,
                          case when s.channel = 'email' and s.target is null
                            then (select p.email from person as p where p.id = b.recipient) else s.target end as target
                        from begun as b join notification as n on n.id = b.notification_id
                          join notification_subscription as s on s.id = b.subscription_id
                        """)
                .bind("id", id)
                .bind("turn", turn)
                .bind("now", now)
                .bind("webhook", lostAt.of(Channel.WEBHOOK))
                .bind("email", lostAt.of(Channel.EMAIL))
                .bind("kafka", lostAt.of(Channel.KAFKA))
                .map((row, context) -> message(row, notifications.read(row)))
                .findOne();
    }

    /** When an attempt that begins now counts as lost. */
    interface LostAt {
        Instant of(Channel channel);
    }

    private static Message message(ResultSet row, Notification notification) throws SQLException {
        return new Message(
                row.getObject("delivery_id", UUID.class),
                row.getInt("attempt"),
                row.getTimestamp("due_at").toInstant(),
                row.getObject("subscription_id", UUID.class),
                row.getBoolean("enabled"),
                Channel.named(row.getString("channel")),
                row.getString("target"),
                row.getString("secret"),
                row.getString("recipient"),
                notification);
    }

    static boolean delivered(Handle handle, UUID id, int turn, Instant now) {
        return 1
                == handle.createUpdate("""
                                update delivery set state = 'delivered', delivered_at = :now, due_at = null
                                where id = :id and turn = :turn and state = 'waiting'
                                """)
                        .bind("id", id)
                        .bind("turn", turn)
                        .bind("now", now)
                        .execute();
    }

    static boolean tryAgain(Handle handle, UUID id, int turn, Instant at, String error) {
        return 1
                == handle.createUpdate("""
                                update delivery set turn = turn + 1, due_at = :at, last_error = :error
                                where id = :id and turn = :turn and state = 'waiting'
                                """)
                        .bind("id", id)
                        .bind("turn", turn)
                        .bind("at", at)
                        .bind("error", error)
                        .execute();
    }

    static boolean giveUp(Handle handle, UUID id, int turn, String error) {
        return 1
                == handle.createUpdate("""
                                update delivery set state = 'dead', due_at = null, last_error = :error
                                where id = :id and turn = :turn and state = 'waiting'
                                """)
                        .bind("id", id)
                        .bind("turn", turn)
                        .bind("error", error)
                        .execute();
    }

    /** A dead delivery begins anew; the turn it is in, or empty when it is not dead. */
    static Optional<Integer> revive(Handle handle, UUID id, Instant now) {
        return handle.createQuery("""
                        update delivery set state = 'waiting', turn = turn + 1, attempts_before = attempts, due_at = :now
                        where id = :id and state = 'dead' returning turn
                        """)
                .bind("id", id)
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne();
    }

    static long count(Handle handle, DeliveryState state) {
        return handle.createQuery("select count(*) from delivery where state = :state and state <> 'delivered'")
                .bind("state", state.word())
                .mapTo(Long.class)
                .one();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
