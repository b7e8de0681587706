package dev.keyline.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddedDatabaseTest {
    @Inject
    Jdbi jdbi;

    @Test
    void commits_reach_the_disk() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
    }

    private String setting(String name) {
        return jdbi.withHandle(
                handle -> handle.select("show " + name).mapTo(String.class).one());
    }
}
