package dev.keyline.policy;

import dev.keyline.engine.contained.Descriptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code policy_description}. */
@Singleton
class StoredDescriptions implements Descriptions {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    StoredDescriptions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select description from policy_description where key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void keep(String key, String description) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into policy_description (key, description, kept_at)
                        values (:key, cast(:description as jsonb), :now)
                        on conflict do nothing
                        """)
                .bind("key", key)
                .bind("description", description)
                .bind("now", clock.instant())
                .execute());
    }
}
