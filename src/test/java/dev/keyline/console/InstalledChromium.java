package dev.keyline.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium or Chrome of this machine. */
final class InstalledChromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe");
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/snap/bin/chromium"),
            Path.of("/opt/google/chrome/chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"),
            Path.of("C:/Program Files (x86)/Google/Chrome/Application/chrome.exe"));

    private InstalledChromium() {}

    /** Empty when there is none and none could be installed: the test tool then downloads its own. */
    static Optional<Path> findOrInstall() {
        return find().or(() -> installDebianPackage() ? find() : Optional.empty());
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> onPath = Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isBlank())
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, USUAL_PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A container that builds as root has Debian's packages at hand, and often no way to a browser's own site. */
    private static boolean installDebianPackage() {
        return "root".equals(System.getProperty("user.name"))
                && Files.exists(Path.of("/etc/debian_version"))
                && run("apt-get", "update")
                && run("apt-get", "install", "-y", "chromium");
    }

    private static boolean run(String... command) {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return process.start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
