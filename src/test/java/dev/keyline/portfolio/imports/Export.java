package dev.keyline.portfolio.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files to import. */
final class Export {
    private Export() {}

    static ImportFile file(String name, String... lines) {
        return new ImportFile(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static List<ImportFile> in(String directory, String... names) {
        return Stream.of(names).map(name -> read(Path.of(directory, name))).toList();
    }

    private static ImportFile read(Path path) {
        try {
            return new ImportFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
