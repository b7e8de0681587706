package dev.keyline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy whose model imports another, which lies in a file of its own. */
class PolicyOfSeveralFilesCommandTest {
    private static final Path REACH = Path.of("src/test/resources/several-files/partner-reach.dmn");
    private static final Path SIZES = Path.of("src/test/resources/several-files/partner-sizes.dmn");

    @TempDir
    Path directory;

    private final CommandRun run = new CommandRun();

    @Test
    void is_checked_with_what_it_imports_and_has_errors_without() {
        assertThat(run.of("check", REACH, "--import", SIZES)).as(run.out()).isZero();
        assertThat(run.out()).contains("Models: 1, errors: 0");

        assertThat(run.of("check", REACH)).isEqualTo(1);
    }

    @Test
    void runs_its_cases_over_the_rows_of_all_its_files() throws IOException {
        Path sheet = Files.writeString(directory.resolve("reach.yaml"), """
                policy: partner-reach
                cases:
                  - case: a large partner
                    facts: {employees: 5000}
                    rules: [size-large]
                """);

        assertThat(run.of("cases", "--cases", sheet, REACH, "--import", SIZES))
                .as(run.out() + run.err())
                .isZero();
        assertThat(run.out()).contains("Cases passed: 1, failed: 0.");
    }

    @Test
    void is_compared_with_its_other_version() {
        assertThat(run.of("diff", REACH, REACH, "--import", SIZES)).isZero();
        assertThat(run.out()).contains("The versions are the same.");
    }

    @Test
    void ends_with_two_when_an_imported_file_is_not_there() {
        assertThat(run.of("check", REACH, "--import", directory.resolve("gone.dmn")))
                .isEqualTo(2);
        assertThat(run.err()).contains("there is no such file");
    }
}
