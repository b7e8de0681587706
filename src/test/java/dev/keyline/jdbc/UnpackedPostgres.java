package dev.keyline.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;

/** The database's programs, unpacked once for all tests: a data directory of its own would unpack them for seconds. */
public final class UnpackedPostgres {
    private static final Path SHARED = Path.of("target", "postgres").toAbsolutePath();

    /** The library gives up after ten seconds, which are not many on a machine that does other things as well. */
    private static final Duration SLOWEST_START = Duration.ofMinutes(2);

    private UnpackedPostgres() {}

    /** Lets the embedded server of this data directory, which is made if it is not there, find them. */
    public static void shareWith(Path dataDir) throws IOException {
        Path own = Files.createDirectories(dataDir).resolve("binaries");
        if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(own, Files.createDirectories(SHARED));
        }
    }

    /** A server with nothing in it, as somebody may have who runs several services on one database. */
    public static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Files.createDirectories(SHARED).toFile())
                .setPGStartupWait(SLOWEST_START)
                .start();
    }
}
