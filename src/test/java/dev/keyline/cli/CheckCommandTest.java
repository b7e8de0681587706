package dev.keyline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final Path SHIPPED = Path.of("dmn/engagement/engagement-model.dmn");

    @TempDir
    Path directory;

    private final CommandRun run = new CommandRun();

    @Test
    void a_shipped_model_and_the_vocabulary_have_no_error() {
        assertThat(run.of("check", SHIPPED, Path.of("dmn/facts/facts.dmn"))).isZero();
        assertThat(run.out()).contains("Models: 2, errors: 0, warnings: 0");
    }

    @Test
    void a_gap_is_told_with_its_table_and_a_case() throws IOException {
        Path edited = edited("(care-tier-2-in-1\">\\s*<text>)\"Tier 2\"", "$1\"Tier 3\"");

        run.of("check", edited);

        assertThat(run.out()).contains("care by tier").contains("{tier=Tier 2}");
    }

    @Test
    void what_does_not_compile_is_an_error() throws IOException {
        assertThat(run.of("check", edited("typeRef=\"care\"", "typeRef=\"nothing-of-this-name\"")))
                .isEqualTo(1);
        assertThat(run.out()).contains("nothing-of-this-name");
    }

    @Test
    void what_is_not_let_in_is_an_error_in_words() throws IOException {
        Path hostile = edited("(care-tier-1-out-1\">\\s*<text>)4", "$1" + "(".repeat(100) + "4" + ")".repeat(100));

        assertThat(run.of("check", hostile)).isEqualTo(1);
        assertThat(run.out()).contains("error: ");
    }

    @Test
    void a_version_to_check_against_goes_with_one_model() {
        assertThat(run.of("check", "--against", SHIPPED, SHIPPED, SHIPPED)).isEqualTo(2);
        assertThat(run.err()).contains("--against");
    }

    private Path edited(String pattern, String replacement) throws IOException {
        return Files.writeString(
                directory.resolve("engagement-model.dmn"),
                Files.readString(SHIPPED).replaceFirst(pattern, replacement));
    }
}
