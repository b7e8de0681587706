package dev.keyline.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.SerializableTransactionRunner;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Brings the database up before anything else starts: the embedded server when none is configured, then migrations. */
@Singleton
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);

    /** Observers of {@code StartupEvent} that need tables use a larger priority than this one. */
    public static final int STARTUP_PRIORITY = 10;

    static final int SERVER_PRIORITY = 1;

    /** The class of SQLSTATE that deadlocks belong to. */
    private static final String TRANSACTION_ROLLED_BACK = "40";

    private final Config config;
    private final Flyway flyway;
    private final Path dataDir;
    private @Nullable EmbeddedServer embedded;

    @Inject
    Database(Config config, Flyway flyway, @ConfigProperty(name = "keyline.data-dir") Path dataDir) {
        this.config = config;
        this.flyway = flyway;
        this.dataDir = dataDir;
    }

    void startServer(@Observes @Priority(SERVER_PRIORITY) StartupEvent event) {
        if (EmbeddedAddress.isUsed(config)) {
            embedded = EmbeddedServer.start(dataDir, EmbeddedAddress.port());
            LOG.infof("embedded PostgreSQL on port %d, data in %s", EmbeddedAddress.port(), dataDir.toAbsolutePath());
        }
    }

    void migrate(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
        flyway.migrate();
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        if (embedded != null) {
            embedded.close();
        }
    }

    /**
     * Gives access to the database. Work handed to it as a transaction is done again from its beginning when PostgreSQL
     * has sacrificed the transaction to others, as it does with one of two that wait for each other; so such work
     * changes nothing but the database.
     */
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource, ObjectMapper mapper) {
        Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin()).installPlugin(new Jackson2Plugin());
        jdbi.getConfig(Jackson2Config.class).setMapper(mapper);
        jdbi.setTransactionHandler(new SerializableTransactionRunner());
        jdbi.getConfig(SerializableTransactionRunner.Configuration.class)
                .setSerializationFailureSqlState(TRANSACTION_ROLLED_BACK);
        return jdbi;
    }
}
