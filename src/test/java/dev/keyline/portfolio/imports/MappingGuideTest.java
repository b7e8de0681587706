package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Holds src/docs/import-mapping.md to what the service does. */
@QuarkusTest
class MappingGuideTest {
    private static final Pattern CSV = Pattern.compile("```csv (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REJECTED =
            Pattern.compile("```text\n(\\S+) line (\\d+), column (\\S+): (.*?)\n```", Pattern.DOTALL);

    @Inject
    PortfolioImport imports;

    @Inject
    ImportStore store;

    @Inject
    Jdbi jdbi;

    @Test
    void its_example_does_what_it_says() throws IOException {
        EmptyPortfolio.make(jdbi);
        String guide = guide();
        List<ImportFile> files = new ArrayList<>();
        Matcher csv = CSV.matcher(guide);
        while (csv.find()) {
            files.add(Export.file(csv.group(1), csv.group(2).strip()));
        }
        ImportReport report =
                imports.run(files, imports.mapping(first(YAML, guide).group(1)), "test");

        assertThat(report.files())
                .extracting(FileReport::entity, FileReport::inserted, FileReport::skipped, FileReport::rejected)
                .containsExactly(
                        tuple("person", 1, 0, 0),
                        tuple("account", 2, 1, 1),
                        tuple("assignment", 2, 1, 1),
                        tuple("usage", 5, 0, 0));
        Matcher told = first(REJECTED, guide);
        RejectedRow rejected = store.rejected(report.id(), told.group(1)).get(0);
        assertThat(rejected.line()).isEqualTo(Integer.parseInt(told.group(2)));
        assertThat(rejected.column()).isEqualTo(told.group(3));
        assertThat(rejected.reason()).isEqualTo(told.group(4));
        assertThat(
                        text(
                                "select country || ' ' || annual_turnover || ' ' || turnover_currency from account where id = '4711'"))
                .isEqualTo("DE 1250000.50 EUR");
        assertThat(text("select array_to_string(regions, ',') from person")).isEqualTo("North,West");
    }

    @Test
    void its_reference_names_every_field() throws IOException {
        String guide = guide();
        for (Entity entity : Entity.values()) {
            String row = first(Pattern.compile("\\| `" + entity.word() + "` \\| (.*?) \\|\n"), guide)
                    .group(1)
                    .replaceAll(" \\([^)]*\\)| → \\w+|\\*", "");
            assertThat(List.of(row.split(", ")))
                    .containsExactlyElementsOf(
                            entity.fields().stream().map(Field::name).toList());
        }
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("src/docs/import-mapping.md"));
    }

    private static Matcher first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in the guide", pattern).isTrue();
        return matcher;
    }

    private String text(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
