package dev.keyline.portfolio;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is in the portfolio already, by id. */
public final class Known {
    private Known() {}

    /** Those of {@code ids} that are there; of an entity whose key is one text. */
    public static Set<String> among(Handle handle, Entity entity, Collection<String> ids) {
        String key = entity.keys().get(0).name();
        return new HashSet<>(
                handle.createQuery("select " + key + " from " + entity.table() + " where " + key + " = any(:ids)")
                        .bindArray("ids", String.class, ids.toArray())
                        .mapTo(String.class)
                        .list());
    }

    /** What each thing is called, by id; of an entity that has a name. */
    public static Map<String, String> names(Handle handle, Entity entity, Collection<String> ids) {
        return handle
                .createQuery("select id, name from " + entity.table() + " where id = any(:ids)")
                .bindArray("ids", String.class, ids.toArray())
                .mapToMap()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("id"), row -> (String) row.get("name")));
    }

    /** Whose each thing is, by id; of an entity that belongs to accounts. */
    public static Map<String, String> owners(Handle handle, Entity entity, Collection<String> ids) {
        return handle
                .createQuery("select id, account_id from " + entity.table() + " where id = any(:ids)")
                .bindArray("ids", String.class, ids.toArray())
                .mapToMap()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("id"), row -> (String) row.get("account_id")));
    }

    /** The declared type of each custom attribute. */
    public static Map<String, String> attributeTypes(Handle handle) {
        return handle.createQuery("select name, type from attribute_definition").mapToMap().stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> (String) row.get("type")));
    }

    /** Who stands above whom in a table with a parent: groups, people. */
    public static Map<String, String> parents(Handle handle, Entity entity) {
        String parent = entity == Entity.PERSON ? "line_manager_id" : "parent_id";
        return handle
                .createQuery("select id, " + parent + " as parent from " + entity.table() + " where " + parent
                        + " is not null")
                .mapToMap()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("id"), row -> (String) row.get("parent")));
    }

    /** Whether {@code id} would stand above itself with {@code parent} as its own. */
    public static boolean wouldCircle(Handle handle, Entity entity, String id, @Nullable String parent) {
        Map<String, String> parents = parents(handle, entity);
        Set<String> above = new HashSet<>();
        for (String next = parent; next != null && above.add(next); next = parents.get(next)) {
            if (next.equals(id)) {
                return true;
            }
        }
        return false;
    }
}
