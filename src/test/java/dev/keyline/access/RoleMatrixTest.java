package dev.keyline.access;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds every endpoint to its row in {@code role-matrix.csv}, by calling it. A call that got past the door counts as
 * allowed, whatever it then finds: most are sent with ids and bodies that make no sense.
 */
@QuarkusTest
class RoleMatrixTest {
    private static final Path MATRIX = Path.of("src/test/resources/role-matrix.csv");
    private static final String ANYONE = "anyone";
    /** What takes a form: another body is refused before anybody asks who sent it. */
    private static final Set<String> FORMS = Set.of("POST,/portfolio/imports");

    /** What takes XML: the same holds for it. */
    private static final Set<String> MODELS = Set.of("PUT,/policies/{policy}/draft");

    /** What takes a spreadsheet: the same again. */
    private static final Set<String> SHEETS =
            Set.of("PUT,/policies/{policy}/draft/tables/{table}", "POST,/plans/imports");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        Set<String> rows = matrix().stream().map(RoleMatrixTest::operation).collect(toCollection(TreeSet::new));
        Set<String> operations = operations();

        assertThat(operations.stream().filter(o -> !rows.contains(o)).map(o -> o + ",,,,,,,"))
                .as("add these rows to %s, with x for each role that may", MATRIX)
                .isEmpty();
        assertThat(rows.stream().filter(o -> !operations.contains(o)))
                .as("remove these rows from %s: no endpoint has them", MATRIX)
                .isEmpty();
    }

    @Test
    void every_endpoint_lets_in_exactly_the_roles_of_its_row() {
        List<String> wrong = new ArrayList<>();
        for (NamedCsvRecord row : matrix()) {
            boolean anyone = isAllowed(row, ANYONE);
            expect(wrong, row, null, anyone ? Answer.LET_IN : Answer.UNKNOWN);
            for (String role : Role.ALL) {
                expect(wrong, row, role, anyone || isAllowed(row, role) ? Answer.LET_IN : Answer.REFUSED);
            }
        }
        assertThat(wrong).as("endpoints that differ from %s", MATRIX).isEmpty();
    }

    private enum Answer {
        LET_IN,
        UNKNOWN,
        REFUSED;

        static Answer of(int status) {
            return switch (status) {
                case 401 -> UNKNOWN;
                case 403 -> REFUSED;
                default -> LET_IN;
            };
        }
    }

    private static void expect(List<String> wrong, NamedCsvRecord row, @Nullable String role, Answer expected) {
        RequestSpecification request = given().redirects().follow(false);
        if (role != null) {
            request.auth().preemptive().basic(role, "for-tests-only");
        }
        String method = row.getField("method");
        if (!method.equals("GET") && !method.equals("DELETE")) {
            if (FORMS.contains(operation(row))) {
                request.multiPart("neither", "that");
            } else if (MODELS.contains(operation(row))) {
                request.contentType("application/xml").body("<neither/>");
            } else if (SHEETS.contains(operation(row))) {
                request.contentType("text/csv").body("neither,that");
            } else {
                request.contentType("application/json").body("\"neither this nor that\"");
            }
        }
        String path = row.getField("path").replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        int status = request.request(method, path).statusCode();
        if (Answer.of(status) != expected || status >= 500) {
            wrong.add("%s as %s answered %d, expected %s"
                    .formatted(
                            operation(row),
                            role == null ? "nobody" : role,
                            status,
                            expected.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Set<String> operations() {
        JsonObject paths = new JsonObject(
                        given().queryParam("format", "json").get("/q/openapi").asString())
                .getJsonObject("paths");
        Set<String> operations = new TreeSet<>();
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (METHODS.contains(method)) {
                    operations.add(method.toUpperCase(Locale.ROOT) + "," + path);
                }
            }
        }
        return operations;
    }

    private static List<NamedCsvRecord> matrix() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(MATRIX)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows)
                    .as("rows of %s", MATRIX)
                    .isNotEmpty()
                    .extracting(RoleMatrixTest::operation)
                    .doesNotHaveDuplicates();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAllowed(NamedCsvRecord row, String who) {
        return row.getField(who).strip().equals("x");
    }

    private static String operation(NamedCsvRecord row) {
        return row.getField("method") + "," + row.getField("path");
    }
}
