package dev.keyline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class EveryTableTest {
    private static final Set<String> NOT_FOR_WRITING = Set.of("attributes", "revision", "updated_at");

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @EnumSource(Entity.class)
    void has_the_columns_its_entity_names(Entity entity) {
        List<String> columns = jdbi.withHandle(handle -> handle.createQuery(
                        "select column_name from information_schema.columns where table_name = :table")
                .bind("table", entity.table())
                .mapTo(String.class)
                .list());

        assertThat(entity.fields().stream().map(Field::name))
                .containsExactlyInAnyOrderElementsOf(columns.stream()
                        .filter(column -> !NOT_FOR_WRITING.contains(column))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void requires_what_its_entity_requires(Entity entity) {
        Set<String> required = jdbi.withHandle(handle -> handle.createQuery("""
                        select column_name from information_schema.columns
                        where table_name = :table and is_nullable = 'NO' and column_default is null
                        """)
                .bind("table", entity.table())
                .mapTo(String.class)
                .collect(Collectors.toSet()));

        Stream<String> fields = entity.fields().stream().filter(Field::required).map(Field::name);

        assertThat(fields).containsExactlyInAnyOrderElementsOf(required);
    }
}
