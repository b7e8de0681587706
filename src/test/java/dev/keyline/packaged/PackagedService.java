package dev.keyline.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The jar that was built, started as its users start it: a process of its own, on a free port, with an empty data
 * directory under {@code target/packaged}. What it prints stands beside that directory.
 */
public final class PackagedService implements BeforeAllCallback, AfterAllCallback {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final String PASSWORD = "for-tests-only";
    private static final long MINUTES_TO_START = 2;
    private static final long MINUTES_TO_STOP = 1;

    private final boolean sample;
    private @Nullable Process process;
    private @Nullable URI address;

    private PackagedService(boolean sample) {
        this.sample = sample;
    }

    /** With the sample portfolio, which is taken in and decided after the start. */
    public static PackagedService withSample() {
        return new PackagedService(true);
    }

    /** Where it listens, without a path. */
    public String url() {
        if (address == null) {
            throw new IllegalStateException("the service is not running");
        }
        return address.toString();
    }

    /** The demo users' password. */
    public String password() {
        return PASSWORD;
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        Path directory =
                Path.of("target", "packaged", test.getRequiredTestClass().getSimpleName());
        deleteAll(directory);
        Files.createDirectories(directory);
        String app = System.getProperty("keyline.app", "target/quarkus-app/quarkus-run.jar");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.port=0",
                        "-Dkeyline.data-dir=" + directory.resolve("data").toAbsolutePath(),
                        "-Dkeyline.demo.password=" + PASSWORD,
                        "-Dkeyline.sample=" + sample,
                        "-jar",
                        app))
                .redirectErrorStream(true)
                .start();
        address = listening(process, directory.resolve("service.log")).get(MINUTES_TO_START, TimeUnit.MINUTES);
    }

    @Override
    public void afterAll(ExtensionContext test) throws Exception {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(MINUTES_TO_STOP, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    /** Copies what the service prints to a file, for as long as it runs, and completes with its address. */
    private static CompletableFuture<URI> listening(Process process, Path log) {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread copying = new Thread(
                () -> {
                    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                            var copy = Files.newBufferedWriter(log)) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            copy.write(line);
                            copy.newLine();
                            copy.flush();
                            Matcher found = LISTENING.matcher(line);
                            if (found.find()) {
                                address.complete(URI.create(found.group(1)));
                            }
                        }
                        address.completeExceptionally(
                                new IOException("the service ended before it listened, see " + log));
                    } catch (IOException e) {
                        address.completeExceptionally(e);
                    }
                },
                "output of the packaged service");
        copying.setDaemon(true);
        copying.start();
        return address;
    }

    private static void deleteAll(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
