package dev.keyline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePortfolioTest {
    private static final Path COMMITTED = Path.of("planning/sample");
    private static final long MOST_BYTES = 5_000_000;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void the_generator_makes_the_committed_files_byte_for_byte(@TempDir Path directory) throws IOException {
        new SamplePortfolio().write(directory);

        assertThat(csv(directory)).isEqualTo(csv(COMMITTED));
    }

    @Test
    void where_and_in_which_language_it_runs_makes_no_difference(@TempDir Path directory) throws IOException {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        new SamplePortfolio().write(directory);

        assertThat(csv(directory)).isEqualTo(csv(COMMITTED));
    }

    @Test
    void the_files_stay_small() {
        assertThat(csv(COMMITTED).values().stream().mapToLong(String::length).sum())
                .isPositive()
                .isLessThan(MOST_BYTES);
    }

    private static Map<String, String> csv(Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.filter(file -> file.toString().endsWith(".csv"))
                    .forEach(file -> files.put(file.getFileName().toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
