package dev.keyline.jdbc;

import java.nio.file.Path;

/** Two services were pointed at one {@code keyline.data-dir}. */
public final class DataDirectoryInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUseException(Path dataDir) {
        super("Another running Keyline uses the data directory " + dataDir
                + ". Stop it, or give this one its own with -Dkeyline.data-dir=…");
    }
}
