package dev.keyline.service;

import dev.keyline.jdbc.UnpackedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as an operator runs it: the packaged jar in a process of its own, spoken to over HTTP. */
public final class PackagedService implements AutoCloseable {
    public static final String PASSWORD = "for-tests-only";

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final long logStart;
    private final int port;

    private PackagedService(Process process, Path log, long logStart, int port) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
        this.port = port;
    }

    /** Starts it and does not wait. Settings are {@code name=value}; the sample portfolio is off. */
    public static PackagedService launch(Path dataDir, String... settings) {
        try {
            int port = freePort();
            List<String> command = java();
            command.addAll(List.of(
                    "-Dkeyline.data-dir=" + dataDir,
                    "-Dkeyline.sample=false",
                    "-Dkeyline.reviews.schedule=-",
                    "-Dkeyline.demo.password=" + PASSWORD,
                    "-Dquarkus.http.port=" + port));
            Arrays.stream(settings).map(setting -> "-D" + setting).forEach(command::add);
            command.addAll(List.of("-jar", System.getProperty("keyline.app")));
            UnpackedPostgres.shareWith(dataDir);
            Path log = dataDir.resolve("service.log");
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new PackagedService(process, log, logStart, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a command that runs the packaged jar or another program of it. */
    static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("keyline.app.jvm", "").split(" ")));
        command.removeIf(String::isEmpty);
        return command;
    }

    /** Starts it and waits until it says that it is ready. */
    public static PackagedService start(Path dataDir, String... settings) {
        PackagedService service = launch(dataDir, settings);
        try {
            service.awaitReady();
            return service;
        } catch (RuntimeException | Error e) {
            service.close();
            throw e;
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline || hasExited()) {
                throw new AssertionError("the service did not become ready:\n" + log());
            }
        }
    }

    /** Paces the looks: answers early when the process ends. */
    private boolean hasExited() {
        try {
            return process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean isReady() {
        try {
            HttpRequest look = HttpRequest.newBuilder(uri("/q/health/ready")).build();
            return HTTP.send(look, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for a service that is to refuse, and answers its exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the service goes on running:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Where it listens, without a path. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A call as a demo user. */
    public HttpResponse<String> get(String user, String path) {
        return call(user, PASSWORD, path);
    }

    /** A call with that password. */
    public HttpResponse<String> call(String user, String password, String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", basic(user, password)));
    }

    /** Sends JSON as a demo user. */
    public HttpResponse<String> post(String user, String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", basic(user, PASSWORD))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Asks it to stop, as a service manager does, and waits until it has. */
    public void stop() {
        process.destroy();
        exitCode();
    }

    /** What {@code kill -9} does: the JVM is gone before it can do anything about it. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** What this run of it has written so far. */
    public String log() {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) logStart, all.length - (int) logStart, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private URI uri(String path) {
        return URI.create(url() + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
