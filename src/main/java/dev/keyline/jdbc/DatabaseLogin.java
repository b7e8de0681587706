package dev.keyline.jdbc;

import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How connections sign in: to the embedded server with the password that lies in the data directory, known only once
 * that server is up; to a configured database as configured.
 */
@ApplicationScoped
@Unremovable
class DatabaseLogin implements CredentialsProvider {
    private final Config config;
    private final Path dataDir;

    @Inject
    DatabaseLogin(Config config, @ConfigProperty(name = "keyline.data-dir") Path dataDir) {
        this.config = config;
        this.dataDir = dataDir;
    }

    @Override
    public Map<String, String> getCredentials(String providerName) {
        if (EmbeddedAddress.isUsed(config)) {
            try {
                return Map.of(
                        USER_PROPERTY_NAME, EmbeddedServer.USER, PASSWORD_PROPERTY_NAME, EmbeddedPassword.of(dataDir));
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded database's password", e);
            }
        }
        Map<String, String> credentials = new HashMap<>();
        config.getOptionalValue("quarkus.datasource.username", String.class)
                .ifPresent(user -> credentials.put(USER_PROPERTY_NAME, user));
        config.getOptionalValue("quarkus.datasource.password", String.class)
                .ifPresent(password -> credentials.put(PASSWORD_PROPERTY_NAME, password));
        return credentials;
    }
}
