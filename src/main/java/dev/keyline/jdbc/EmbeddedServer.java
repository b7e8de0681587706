package dev.keyline.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL below a data directory, for running with no configuration at all. Its data survives restarts, and a
 * server left behind by a killed JVM is stopped first: it would hold the directory for ever.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String USER = "postgres";

    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);
    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final FileChannel ownership;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(FileChannel ownership, EmbeddedPostgres postgres) {
        this.ownership = ownership;
        this.postgres = postgres;
    }

    /**
     * Starts the server.
     *
     * @throws DataDirectoryInUseException when another running process owns the directory
     */
    static EmbeddedServer start(Path dataDir, int port) {
        try {
            Path data = Files.createDirectories(dataDir.toAbsolutePath()).resolve("postgres");
            FileChannel ownership = own(dataDir.toAbsolutePath());
            try {
                stopOrphan(data);
                return new EmbeddedServer(ownership, launch(dataDir.toAbsolutePath(), data, port));
            } catch (IOException | RuntimeException e) {
                ownership.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("embedded database in " + dataDir.toAbsolutePath(), e);
        }
    }

    private static EmbeddedPostgres launch(Path dataDir, Path data, int port) throws IOException {
        String password = EmbeddedPassword.of(dataDir);
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(dataDir.resolve("binaries").toFile())
                .setRegisterShutdownHook(false) // ours must come after the last request, not beside it
                .setPGStartupWait(STARTUP_LIMIT)
                .setPort(port)
                // the library turns both off, which suits throw-away tests and loses committed data in a crash
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("shared_buffers", "128MB")
                // what the library calls locale are options of initdb; its own option is to trust every caller
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", EmbeddedPassword.file(dataDir).toString())
                .setConnectConfig("password", password)
                .start();
        try {
            TrustingServer.lock(started, data, password);
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static FileChannel own(Path dataDir) throws IOException {
        FileChannel channel =
                FileChannel.open(dataDir.resolve("keyline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel).isEmpty()) {
            channel.close();
            throw new DataDirectoryInUseException(dataDir);
        }
        return channel;
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisJvm) {
            return Optional.empty();
        }
    }

    /** We own the directory, so a server that still runs in it has lost its JVM. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.trim()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info()
                        .command()
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("postgres"));
        if (orphan.isEmpty()) {
            return; // a stale file after a crash of the machine: PostgreSQL sees to it itself
        }
        LOG.infof(
                "stopping the database server that a killed process left behind (pid %d)",
                orphan.get().pid());
        fastShutdown(orphan.get());
    }

    private static void fastShutdown(ProcessHandle server) throws IOException {
        // SIGINT asks PostgreSQL for its fast shutdown; ProcessHandle.destroy() would wait for clients to leave
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                .inheritIO()
                .start();
        try {
            server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping the orphaned server " + server.pid(), e);
        } catch (Exception e) {
            throw new IOException("the orphaned server " + server.pid() + " did not stop", e);
        }
    }

    @Override
    public void close() {
        try (ownership) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("stopping the embedded database", e);
        }
    }
}
