package dev.keyline.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A data directory from before the embedded server had a password: everybody who reached the port was let in. */
final class TrustingServer {
    private static final String PASSWORDS_ONLY = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private TrustingServer() {}

    /** Gives the server its password and makes it ask for it; does nothing where it asks already. */
    static void lock(EmbeddedPostgres server, Path data, String password) throws IOException {
        Path access = data.resolve("pg_hba.conf");
        if (!trusts(Files.readAllLines(access))) {
            return;
        }
        try (Connection connection =
                        server.getPostgresDatabase(Map.of("password", password)).getConnection();
                Statement statement = connection.createStatement()) {
            // the password is hexadecimal digits, and this statement takes no parameters
            statement.execute("alter role " + EmbeddedServer.USER + " password '" + password + "'");
            Path written = Files.writeString(data.resolve("pg_hba.conf.new"), PASSWORDS_ONLY);
            Files.move(written, access, StandardCopyOption.ATOMIC_MOVE);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("cannot give the embedded database a password", e);
        }
    }

    private static boolean trusts(List<String> lines) {
        return lines.stream().map(String::strip).anyMatch(line -> !line.startsWith("#") && line.endsWith("trust"));
    }
}
