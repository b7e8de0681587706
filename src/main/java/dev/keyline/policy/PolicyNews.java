package dev.keyline.policy;

import dev.keyline.engine.contained.ContainedEngine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Hears what other replicas publish, on a connection of its own. It looks at the pointers again and again all the same,
 * so that a replica that missed the word catches up.
 */
@Singleton
class PolicyNews {
    /** How long a wait for news lasts before it looks by itself; also the longest that ending takes. */
    private static final int LOOK_EVERY_MILLIS = 1000;

    private static final Logger LOG = Logger.getLogger(PolicyNews.class);

    private final AgroalDataSource dataSource;
    private final Policies policies;
    private final ContainedEngine contained;
    private final CountDownLatch ended = new CountDownLatch(1);

    @Inject
    PolicyNews(AgroalDataSource dataSource, Policies policies, ContainedEngine contained) {
        this.dataSource = dataSource;
        this.policies = policies;
        this.contained = contained;
    }

    void start(@Observes @Priority(Policies.STARTUP_PRIORITY + 1) StartupEvent event) {
        contained.keepWarm();
        Thread listener = new Thread(this::listen, "policy-news");
        listener.setDaemon(true);
        listener.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        ended.countDown();
    }

    private void listen() {
        while (!hasEnded(0)) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!hasEnded(LOOK_EVERY_MILLIS)) {
                    LOG.warnf("hears nothing of published policies, tries again: %s", e.getMessage());
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + PolicyStore.CHANNEL);
        }
        PGConnection news = connection.unwrap(PGConnection.class);
        while (!hasEnded(0)) {
            policies.reload();
            news.getNotifications(LOOK_EVERY_MILLIS);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *"); // it goes back to the pool
        }
    }

    private boolean hasEnded(int waitMillis) {
        try {
            return ended.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
