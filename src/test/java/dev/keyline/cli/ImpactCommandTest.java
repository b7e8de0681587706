package dev.keyline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpactCommandTest {
    private static final Path SHIPPED = Path.of("dmn/engagement/engagement-model.dmn");

    @TempDir
    Path directory;

    private final CommandRun run = new CommandRun();
    private Path edited = Path.of("");

    @BeforeEach
    void tier_one_gets_six_reviews_a_year() throws IOException {
        edited = Files.writeString(
                directory.resolve("engagement-model.dmn"),
                Files.readString(SHIPPED).replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$16"));
    }

    @Test
    void the_accounts_whose_answer_changes_are_named_with_what_changes() throws IOException {
        Path accounts = accounts("""
                {"account": "acme", "facts": {"tier": "Tier 1"}}
                {"account": "globex", "facts": {"tier": "Tier 2"}}
                """);

        assertThat(run.of("impact", SHIPPED, edited, "--as-of", "2026-03-01T09:00:00Z", "--accounts", accounts))
                .isEqualTo(1);
        assertThat(run.out())
                .contains("acme: qbrsPerYear 4 is now 6")
                .doesNotContain("globex")
                .contains("Accounts asked: 2, with another answer: 1.")
                .contains("1 × qbrsPerYear 4 is now 6");
    }

    @Test
    void nothing_changes_for_equal_versions() throws IOException {
        Path accounts = accounts("{\"account\": \"acme\", \"facts\": {\"tier\": \"Tier 1\"}}\n");

        assertThat(run.of("impact", SHIPPED, SHIPPED, "--as-of", "2026-03-01T09:00:00Z", "--accounts", accounts))
                .isZero();
    }

    @Test
    void bad_lines_are_named_and_the_others_are_asked_all_the_same() throws IOException {
        Path accounts = accounts("""
                {"account": "acme", "facts": {"tier": "Tier 1"}}
                oops
                {"account": "globex", "facts": {"teir": "Tier 2"}}
                """);

        assertThat(run.of("impact", SHIPPED, edited, "--as-of", "2026-03-01T09:00:00Z", "--accounts", accounts))
                .isEqualTo(1);
        assertThat(run.out())
                .contains("line 2: is no account in JSON")
                .contains("line 3: /facts/teir the fact catalogue has no fact of this name")
                .contains("Accounts asked: 1, with another answer: 1.");
    }

    @Test
    void a_missing_file_of_accounts_ends_with_two() {
        assertThat(run.of("impact", SHIPPED, edited, "--as-of", "2026-03-01T09:00:00Z", "--accounts", "nowhere.ndjson"))
                .isEqualTo(2);
        assertThat(run.err()).contains("nowhere.ndjson");
    }

    private Path accounts(String lines) throws IOException {
        return Files.writeString(directory.resolve("accounts.ndjson"), lines);
    }
}
