package dev.keyline.jdbc;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;

/** Every start of the service in a test begins with an empty database, whatever the run before left in it. */
@Singleton
class CleanDatabase {
    void clean(@Observes @Priority(Database.SERVER_PRIORITY + 1) StartupEvent event, Flyway flyway) {
        flyway.clean();
    }
}
