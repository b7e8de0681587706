package dev.keyline.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The address of the embedded server, offered as the default of {@code quarkus.datasource.jdbc.url}: any other place
 * that names a database has a higher ordinal and wins.
 */
public final class EmbeddedAddress implements ConfigSource {
    static final String NAME = "keyline embedded database";
    static final String URL_PROPERTY = "quarkus.datasource.jdbc.url";

    /** A system property, because every class loader of the process (dev mode, tests) has to see the same port. */
    private static final String PORT_PROPERTY = "keyline.embedded.port";

    /** Whether nobody configured another database. */
    static boolean isUsed(Config config) {
        return NAME.equals(config.getConfigValue(URL_PROPERTY).getSourceName());
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getOrdinal() {
        return 50; // below application.properties (250): a default, not a setting
    }

    /** None: what is listed while the service is built becomes part of the artifact, and this port is of one run. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public @Nullable String getValue(String name) {
        return URL_PROPERTY.equals(name) ? url() : null;
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?reWriteBatchedInserts=true";
    }

    static synchronized int port() {
        Integer chosen = Integer.getInteger(PORT_PROPERTY);
        if (chosen != null) {
            return chosen;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT_PROPERTY, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the embedded database", e);
        }
    }
}
