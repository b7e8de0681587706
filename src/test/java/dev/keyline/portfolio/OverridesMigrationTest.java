package dev.keyline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What stood in the table of tiers set by hand before there were other kinds. */
@QuarkusTest
class OverridesMigrationTest {
    private static final String SCHEMA = "before_overrides";

    @Inject
    Jdbi jdbi;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void tiers_set_by_hand_go_on_acting() {
        to("9").migrate();
        jdbi.useHandle(handle -> {
            handle.execute("insert into before_overrides.account (id, name) values ('a', 'A'), ('b', 'B')");
            handle.execute("""
                    insert into before_overrides.tier_override (account_id, tier, reason, author, expires_on)
                    values ('a', 'Tier 1', 'Board', 'crm', '2027-01-01'), ('b', 'Tier 2', '', 'crm', '2027-01-01')
                    """);
        });

        to("10").migrate();

        List<String> moved = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select concat_ws(' ', account_id, kind, value, reason, author, expires_on, set_at, withdrawn_at)
                        from before_overrides.account_override
                        """).mapTo(String.class).list());
        assertThat(moved).containsExactly("a tier Tier 1 Board crm 2027-01-01");
        jdbi.useHandle(handle -> handle.execute("drop schema before_overrides cascade"));
    }

    private Flyway to(String version) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(version)
                .load();
    }
}
