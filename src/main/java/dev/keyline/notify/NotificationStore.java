package dev.keyline.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code notification}. */
@Singleton
class NotificationStore {
    private final ObjectMapper mapper;

    @Inject
    NotificationStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void insert(Handle handle, Collection<Notification> notifications) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into notification (id, type, account_id, subject, occurred_at, recipients, data)
                values (:id, :type, :account, :subject, :at, :recipients, cast(:data as jsonb))
                """);
        for (Notification notification : notifications) {
            batch.bind("id", notification.id())
                    .bind("type", notification.type())
                    .bind("account", notification.account())
                    .bind("subject", notification.subject())
                    .bind("at", notification.occurredAt())
                    .bindArray("recipients", String.class, notification.recipients())
                    .bind("data", json(notification.data()))
                    .add();
        }
        batch.execute();
    }

    Optional<Notification> find(Handle handle, UUID id) {
        return handle.createQuery("select * from notification where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Newest first, from below an id. */
    List<Notification> page(
            Handle handle, @Nullable String account, @Nullable String type, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select * from notification
                        where (cast(:account as text) is null or account_id = :account)
                          and (cast(:type as text) is null or type = :type)
                          and (cast(:below as uuid) is null or id < :below)
                        order by id desc limit :limit
                        """)
                .bind("account", account)
                .bind("type", type)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** From a row that has the table's columns. */
    Notification read(ResultSet row) throws SQLException {
        return new Notification(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("account_id"),
                row.getString("subject"),
                row.getTimestamp("occurred_at").toInstant(),
                List.of((String[]) row.getArray("recipients").getArray()),
                map(row.getString("data")));
    }

    private String json(Map<String, Object> data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a notification's data must be JSON: " + data, e);
        }
    }

    private Map<String, Object> map(String json) {
        try {
            return mapper.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("notification holds no JSON object: " + json, e);
        }
    }
}
