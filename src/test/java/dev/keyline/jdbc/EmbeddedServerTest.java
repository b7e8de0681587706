package dev.keyline.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    Path dataDir;

    @BeforeEach
    void unpacked() throws IOException {
        UnpackedPostgres.shareWith(dataDir);
    }

    @Test
    void only_who_knows_the_password_is_let_in() throws IOException, SQLException {
        int port = freePort();
        try (EmbeddedServer server = EmbeddedServer.start(dataDir, port)) {
            assertThat(server).isNotNull();
            assertLocked(port);
        }
    }

    @Test
    void the_password_is_its_owner_s_to_read() throws IOException {
        String password = EmbeddedPassword.of(dataDir);

        assertThat(password).matches("[0-9a-f]{48}").isEqualTo(EmbeddedPassword.of(dataDir));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(EmbeddedPassword.file(dataDir))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_directory_from_before_passwords_goes_on_and_is_locked() throws IOException, SQLException {
        Path data = dataDir.resolve("postgres");
        try (EmbeddedPostgres trusting = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
                Connection anybody = trusting.getPostgresDatabase().getConnection()) {
            anybody.createStatement().execute("create table kept (id int)");
        }
        int port = freePort();
        try (EmbeddedServer server = EmbeddedServer.start(dataDir, port);
                Connection owner = connect(port, EmbeddedPassword.of(dataDir))) {
            assertThat(server).isNotNull();
            assertThat(owner.createStatement()
                            .executeQuery("select * from kept")
                            .next())
                    .isFalse();
            assertLocked(port);
        }
    }

    @Test
    void a_directory_has_one_owner_at_a_time() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(dataDir, freePort())) {
            assertThat(server).isNotNull();
            assertThatExceptionOfType(DataDirectoryInUseException.class)
                    .isThrownBy(() -> EmbeddedServer.start(dataDir, freePort()))
                    .withMessageContaining(dataDir.toString());
        }
    }

    private void assertLocked(int port) throws IOException, SQLException {
        try (Connection owner = connect(port, EmbeddedPassword.of(dataDir))) {
            assertThat(owner.isValid(5)).isTrue();
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect(port, "wrong").close())
                .withMessageContaining("password authentication failed");
    }

    private static Connection connect(int port, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", EmbeddedServer.USER, password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
