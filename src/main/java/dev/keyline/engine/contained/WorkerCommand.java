package dev.keyline.engine.contained;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a worker is started: this Java, these classes, little memory, nothing of the service's surroundings. */
final class WorkerCommand {
    /** Where the packaged service's jars lie beside the one that starts it. */
    private static final List<String> PACKAGED = List.of("app", "lib/main", "lib/boot");

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** Where Unix systems have the command that lowers a process's priority. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final ProcessBuilder builder;

    /**
     * A command for this process's workers.
     *
     * @param standing a draft's worker gives way to everything else on the machine, where the system can do that: a
     *     model that computes until it is stopped is not to delay the answers of others
     * @param memory MB of heap
     * @param longestAnswer bytes
     */
    WorkerCommand(Standing standing, int memory, int longestAnswer) {
        List<String> command = new ArrayList<>();
        if (standing == Standing.DRAFT && Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "5"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(compilers());
        command.addAll(List.of(
                "-Xmx" + memory + "m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:ActiveProcessorCount=1", // the others are the service's
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Duser.timezone=" + System.getProperty("user.timezone", ""),
                "-cp",
                classPath(),
                WorkerProcess.class.getName(),
                Long.toString(ProcessHandle.current().pid()),
                Integer.toString(longestAnswer)));
        builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.directory(emptyDirectory());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT); // why a Java does not start belongs into the log
    }

    /** A service that was started without the optimizing compiler is not to run long enough for its workers' to pay. */
    private static List<String> compilers() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
                .toList();
    }

    Process start() throws IOException {
        return builder.start();
    }

    private static File emptyDirectory() {
        try {
            File directory = Files.createTempDirectory("keyline-worker").toFile();
            directory.deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("a directory for workers", e);
        }
    }

    private static String classPath() {
        String started = System.getProperty("java.class.path");
        Path runner = Path.of(started.split(File.pathSeparator, 2)[0]).toAbsolutePath();
        Set<String> places = new LinkedHashSet<>();
        if (runner.endsWith("quarkus-run.jar")) {
            PACKAGED.forEach(folder -> places.addAll(jars(runner.resolveSibling(folder))));
        } else {
            Stream.of(started.split(File.pathSeparator, -1))
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .forEach(places::add);
            places.addAll(places(ownClass(), WorkerProcess.class.getClassLoader()));
        }
        return String.join(File.pathSeparator, places);
    }

    private static List<String> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static String ownClass() {
        return WorkerProcess.class.getName().replace('.', '/') + ".class";
    }

    /** Where a class loader has its classes: in development they are on no class path of the process. */
    private static List<String> places(String ownClass, ClassLoader loader) {
        try {
            List<String> places = new ArrayList<>();
            for (String resource : List.of(ownClass, MANIFEST)) {
                for (URL url : Collections.list(loader.getResources(resource))) {
                    String place =
                            url.toString().replaceFirst("^jar:", "").replaceFirst("!?/\\Q" + resource + "\\E$", "");
                    if (place.startsWith("file:")) {
                        places.add(Path.of(new URI(place)).toString());
                    }
                }
            }
            return places;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("where the service's classes are", e);
        }
    }
}
