package dev.keyline.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.jdbc.UnpackedPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does to the packaged service: start it, stop it, kill it, and start it wrongly. */
class StartAndStopIT {
    private static final String ORPHAN = "stopping the database server that a killed process left behind";

    @TempDir
    Path dataDir;

    @Test
    void it_starts_empty_and_keeps_its_data_over_a_stop_and_over_a_kill() {
        String first;
        try (PackagedService service = PackagedService.start(dataDir)) {
            assertThat(service.get("auditor", "/decisions").body()).contains("\"items\":[]");
            first = decide(service);
            service.stop();
        }
        String second;
        try (PackagedService service = PackagedService.start(dataDir)) {
            assertThat(service.log()).doesNotContain(ORPHAN);
            assertKnown(service, first);
            second = decide(service);
            service.kill();
        }
        try (PackagedService service = PackagedService.start(dataDir)) {
            assertThat(service.log()).contains(ORPHAN);
            assertKnown(service, first);
            assertKnown(service, second);
        }
    }

    @Test
    void other_machines_are_not_served_without_an_identity_provider() {
        try (PackagedService service = PackagedService.launch(dataDir, "quarkus.http.host=0.0.0.0")) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.log())
                    .contains("refuses to start: quarkus.http.host is 0.0.0.0")
                    .contains("quarkus.oidc.auth-server-url")
                    .doesNotContain("embedded PostgreSQL on port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_configured_database_is_used_instead_of_the_embedded_one() throws IOException, SQLException {
        try (EmbeddedPostgres external = UnpackedPostgres.start();
                PackagedService service = PackagedService.start(
                        dataDir,
                        "quarkus.datasource.jdbc.url=" + external.getJdbcUrl("postgres", "postgres"),
                        "quarkus.datasource.username=postgres")) {
            decide(service);

            assertThat(count(external, "select count(*) from decision")).isEqualTo(1);
            assertThat(service.log()).doesNotContain("embedded PostgreSQL");
            assertThat(dataDir.resolve("postgres")).doesNotExist();
        }
    }

    /** One that is started once for what does not change it. */
    @Nested
    class WhileItRuns {
        @TempDir
        static Path dataDir;

        static PackagedService service;

        @BeforeAll
        static void start() {
            service = PackagedService.start(dataDir);
        }

        @AfterAll
        static void stop() {
            service.close();
        }

        @Test
        void a_second_service_on_the_same_data_refuses_in_one_clear_line() {
            try (PackagedService second = PackagedService.launch(dataDir)) {
                assertThat(second.exitCode()).isNotZero();
                assertThat(second.log())
                        .contains("Another running Keyline uses the data directory " + dataDir)
                        .doesNotContain("\tat ");
            }
            assertThat(service.get("auditor", "/session").statusCode()).isEqualTo(200);
        }

        @Test
        void guessing_at_a_password_is_slowed_even_for_the_right_one() {
            for (int i = 0; i < 10; i++) {
                service.call("approver", "guess" + i, "/session");
            }
            HttpResponse<String> right = service.get("approver", "/session");

            assertThat(right.statusCode()).isEqualTo(429);
            assertThat(right.headers().firstValue("Retry-After")).isPresent();
            assertThat(right.body()).contains("/problems/too-many-requests");
            assertThat(service.get("analyst", "/session").statusCode()).isEqualTo(200);
        }
    }

    /** Records a decision, and answers where it is to be found. */
    private static String decide(PackagedService service) {
        HttpResponse<String> decided = service.post(
                "service",
                "/decisions/lifecycle-stage",
                "{\"facts\": {\"activeContracts\": 0, \"healthBand\": \"healthy\"}}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        return URI.create(decided.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private static void assertKnown(PackagedService service, String decision) {
        HttpResponse<String> read = service.get("auditor", decision);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("\"identify\"");
    }

    private static int count(EmbeddedPostgres database, String query) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
