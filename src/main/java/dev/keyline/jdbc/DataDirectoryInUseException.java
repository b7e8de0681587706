package dev.keyline.jdbc;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;

/**
 * Two services were pointed at one {@code keyline.data-dir}. Of its supertype Quarkus prints the message at start, without
 * a stack trace, and exits.
 */
public final class DataDirectoryInUseException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUseException(Path dataDir) {
        super("Another running Keyline uses the data directory " + dataDir
                + ". Stop it, or give this one its own with -Dkeyline.data-dir=…");
    }
}
