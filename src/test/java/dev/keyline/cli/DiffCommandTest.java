package dev.keyline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static final Path SHIPPED = Path.of("dmn/engagement/engagement-model.dmn");

    @TempDir
    Path directory;

    private final CommandRun run = new CommandRun();
    private Path edited = Path.of("");

    @BeforeEach
    void tier_one_gets_six_reviews_a_year() throws IOException {
        edited = directory.resolve("engagement-model.dmn");
        String text = Files.readString(SHIPPED);
        Files.writeString(edited, text.replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$16"));
    }

    @Test
    void a_changed_cell_is_told_as_row_and_as_meaning() {
        assertThat(run.of("diff", SHIPPED, edited)).isEqualTo(1);

        assertThat(run.out())
                .contains("care by tier: row care-tier-1: qbrsPerYear 4 is now 6")
                .contains("for tier \"Tier 1\": {qbrsPerYear: 4")
                .contains("Regions of inputs that are answered differently: 1.");
    }

    @Test
    void equal_files_end_with_zero() {
        assertThat(run.of("diff", SHIPPED, SHIPPED)).isZero();
        assertThat(run.out()).contains("The versions are the same.");
    }

    @Test
    void json_has_the_same_findings() throws IOException {
        assertThat(run.of("diff", "--format", "json", SHIPPED, edited)).isEqualTo(1);

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("notes").asInt()).isEqualTo(2);
        assertThat(report.at("/lines/1/kind").asText()).isEqualTo("answers-differently");
        assertThat(report.at("/lines/1/example/tier").asText()).isEqualTo("Tier 1");
    }

    @Test
    void sarif_names_file_table_and_message() throws IOException {
        assertThat(run.of("diff", "--format", "sarif", SHIPPED, edited)).isEqualTo(1);

        JsonNode result = new ObjectMapper().readTree(run.out()).at("/runs/0/results/0");
        assertThat(result.get("ruleId").asText()).isEqualTo("cell-changed");
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .isEqualTo("care by tier");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .endsWith("engagement-model.dmn");
    }

    @Test
    void a_missing_file_ends_with_two_and_says_which() {
        assertThat(run.of("diff", "nowhere.dmn", edited)).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.dmn: there is no such file");
    }

    @Test
    void a_file_that_is_no_xml_ends_with_two_and_says_where() throws IOException {
        Files.writeString(edited, "<definitions>\n<oops");

        assertThat(run.of("diff", SHIPPED, edited)).isEqualTo(2);
        assertThat(run.err()).contains("line 2");
    }

    @Test
    void an_unknown_command_ends_with_two() {
        assertThat(run.of("frobnicate")).isEqualTo(2);
    }
}
