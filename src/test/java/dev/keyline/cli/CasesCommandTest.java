package dev.keyline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesCommandTest {
    private static final Path SHIPPED = Path.of("dmn/engagement/engagement-model.dmn");

    @TempDir
    Path directory;

    private final CommandRun run = new CommandRun();

    @Test
    void the_shipped_policy_passes_its_shipped_cases_and_every_row_is_covered() {
        assertThat(run.of("cases", SHIPPED)).isZero();
        assertThat(run.out()).contains("failed: 0.").doesNotContain("decides in no case");
    }

    @Test
    void a_case_that_an_edit_breaks_is_named_with_what_it_is_and_was_to_be() throws IOException {
        assertThat(run.of("cases", edited("(care-tier-1-out-1\">\\s*<text>)4", "$16")))
                .isEqualTo(1);
        assertThat(run.out()).contains("error: ").contains("is 6, expected 4");
    }

    @Test
    void cases_of_ones_own_say_which_rows_they_leave_out() throws IOException {
        Path sheet = Files.writeString(directory.resolve("mine.yaml"), """
                policy: engagement-model
                cases:
                  - case: a Tier 1 account is worth a review a quarter
                    facts: {tier: Tier 1}
                    rules: [care-tier-1]
                """);

        assertThat(run.of("cases", "--cases", sheet, SHIPPED)).isZero();
        assertThat(run.out()).contains("row care-tier-2 decides in no case").contains("Cases passed: 1, failed: 0.");
    }

    @Test
    void cases_of_another_policy_end_with_two() throws IOException {
        Path sheet = Files.writeString(directory.resolve("other.yaml"), "policy: account-tier\ncases: []\n");

        assertThat(run.of("cases", "--cases", sheet, SHIPPED)).isEqualTo(2);
        assertThat(run.err()).contains("holds cases of account-tier");
    }

    @Test
    void cases_that_are_no_yaml_end_with_two_and_say_where() throws IOException {
        Path sheet = Files.writeString(directory.resolve("bad.yaml"), "policy: [engagement-model\n");

        assertThat(run.of("cases", "--cases", sheet, SHIPPED)).isEqualTo(2);
        assertThat(run.err()).contains("line 1");
    }

    @Test
    void a_model_that_does_not_compile_ends_with_two_and_says_why() throws IOException {
        assertThat(run.of("cases", edited("name=\"engagement-model\"", "name=\"something-else\"")))
                .isEqualTo(2);
        assertThat(run.err()).contains("engagement-model");
    }

    @Test
    void a_policy_without_shipped_cases_asks_for_some() throws IOException {
        Path own = Files.writeString(
                directory.resolve("my-own.dmn"),
                Files.readString(SHIPPED).replace("\"engagement-model\"", "\"my-own\""));

        assertThat(run.of("cases", own)).isEqualTo(2);
        assertThat(run.err()).contains("--cases");
    }

    private Path edited(String pattern, String replacement) throws IOException {
        return Files.writeString(
                directory.resolve("engagement-model.dmn"),
                Files.readString(SHIPPED).replaceFirst(pattern, replacement));
    }
}
