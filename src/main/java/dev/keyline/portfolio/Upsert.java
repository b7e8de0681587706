package dev.keyline.portfolio;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of one table in one statement: new ones in, changed ones over, equal ones untouched. The statement
 * has one form for every table; the lists in it come from the {@link Entity}, which a test holds equal to the schema.
 */
final class Upsert {
    // jsonb_populate_record starts from the row that is there, so what an incoming row leaves out stays as it is
    private static final String FORM = """
            with written as (
              insert into ${table} as t (${columns})
              select ${values}
              from jsonb_array_elements(cast(:rows as jsonb)) as incoming (r)
                left join ${table} as o on ${sameKey}
                cross join lateral jsonb_populate_record(o, r) as n
              on conflict (${keys}) do update set ${assignments}
              where (${present}) is distinct from (${incoming})
              returning t.*, t.xmax = 0 as inserted)
            select w.inserted, w.${owner} as owner, o.${owner} as former_owner
            from written as w left join ${table} as o using (${keys})
            """;
    private static final Map<Entity, String> STATEMENTS = new EnumMap<>(Entity.class);

    static {
        for (Entity entity : Entity.values()) {
            STATEMENTS.put(entity, statement(entity));
        }
    }

    /**
     * A row that was inserted or changed.
     *
     * @param formerOwner whose it was before; null when it is new
     */
    record Change(boolean inserted, String owner, @Nullable String formerOwner) {}

    private final ObjectMapper mapper;

    Upsert(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One {@link Change} for each row that was not there like that already; keys must be unique among the rows. */
    List<Change> run(Handle handle, Entity entity, List<Row> rows) {
        return handle.createQuery(STATEMENTS.get(entity))
                .bind("rows", json(rows))
                .map((row, context) ->
                        new Change(row.getBoolean("inserted"), row.getString("owner"), row.getString("former_owner")))
                .list();
    }

    private String json(List<Row> rows) {
        try {
            return mapper.writeValueAsString(rows.stream().map(Row::values).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows hold simple values only", e);
        }
    }

    private static String statement(Entity entity) {
        List<String> keys = entity.keys().stream().map(Field::name).toList();
        List<String> values = entity.fields().stream()
                .filter(field -> !field.key())
                .map(Field::name)
                .collect(toCollection(ArrayList::new));
        List<String> selected = entity.fields().stream().map(Upsert::selected).collect(toCollection(ArrayList::new));
        List<String> columns =
                new ArrayList<>(entity.fields().stream().map(Field::name).toList());
        if (entity == Entity.ACCOUNT) {
            columns.add(Row.ATTRIBUTES);
            values.add(Row.ATTRIBUTES);
            selected.add("jsonb_strip_nulls(coalesce(o.attributes, '{}') || coalesce(r -> 'attributes', '{}'))");
        }
        Stream<String> assignments =
                Stream.concat(values.stream().map(column -> column + " = excluded." + column), bookkeeping(entity));
        return FORM.replace("${table}", entity.table())
                .replace("${columns}", String.join(", ", columns))
                .replace("${values}", String.join(", ", selected))
                .replace(
                        "${sameKey}",
                        entity.keys().stream().map(Upsert::sameKey).collect(joining(" and ")))
                .replace("${keys}", String.join(", ", keys))
                .replace("${assignments}", assignments.collect(joining(", ")))
                .replace(
                        "${present}",
                        values.stream().map(column -> "t." + column).collect(joining(", ")))
                .replace(
                        "${incoming}",
                        values.stream().map(column -> "excluded." + column).collect(joining(", ")))
                .replace("${owner}", entity.owner());
    }

    private static String selected(Field field) {
        return field.fallback() == null
                ? "n." + field.name()
                : "coalesce(n." + field.name() + ", " + field.fallback() + ")";
    }

    private static String sameKey(Field key) {
        String text = "r ->> '" + key.name() + "'";
        return "o." + key.name() + " = "
                + switch (key.type()) {
                    case DAY -> "cast(" + text + " as date)";
                    case INSTANT -> "cast(" + text + " as timestamptz)";
                    default -> text;
                };
    }

    private static Stream<String> bookkeeping(Entity entity) {
        return switch (entity) {
            case ACCOUNT -> Stream.of("revision = t.revision + 1", "updated_at = now()");
            case ACCOUNT_GROUP, PERSON, CONTACT, CONTRACT -> Stream.of("updated_at = now()");
            default -> Stream.of();
        };
    }
}
