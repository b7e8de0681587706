package dev.keyline.sample;

import dev.keyline.portfolio.imports.ImportFile;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The CSV files in {@code planning/sample}. */
final class SampleFiles {
    private static final String DIRECTORY = "planning/sample";

    private SampleFiles() {}

    static List<ImportFile> read() {
        List<ImportFile> files = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(SampleFiles.class.getClassLoader(), DIRECTORY, directory -> {
                try (Stream<Path> paths = Files.list(directory)) {
                    paths.filter(path -> path.toString().endsWith(".csv"))
                            .sorted()
                            .map(SampleFiles::file)
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(DIRECTORY, e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(DIRECTORY, e);
        }
        return files;
    }

    private static ImportFile file(Path path) {
        try {
            return new ImportFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
