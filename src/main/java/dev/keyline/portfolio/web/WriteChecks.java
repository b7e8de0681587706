package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Row;
import dev.keyline.portfolio.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The items of an array of one body: read, held against what is there, written. */
final class WriteChecks {
    private final List<InputError> errors = new ArrayList<>();

    List<InputError> errors() {
        return errors;
    }

    /** The elements of an array property as rows; empty when the body does not have it. */
    List<Row> rows(JsonNode body, String property, Entity entity, Map<String, String> given) {
        JsonNode array = body.get(property);
        List<Row> rows = new ArrayList<>();
        if (array == null || array.isNull()) {
            return rows;
        }
        if (!array.isArray()) {
            errors.add(new InputError("/" + property, "must be an array"));
            return rows;
        }
        Set<List<String>> keys = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String pointer = "/" + property + "/" + i;
            Row row = JsonRow.read(entity, array.get(i), pointer, given, List.of(), errors);
            if (!keys.add(row.key(entity)) && !row.key(entity).contains("null")) {
                errors.add(new InputError(pointer, "is the same " + entity.spoken() + " as one before it"));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Refuses references to what is not there; {@code pointer} is that of the rows' array, or of the one row. */
    void references(Handle handle, Entity entity, List<Row> rows, String pointer, Set<String> given) {
        for (Field field : entity.fields()) {
            if (field.refersTo() == null || given.contains(field.name())) {
                continue;
            }
            Entity target = Entity.named(field.refersTo()).orElseThrow();
            Set<String> ids = rows.stream()
                    .map(row -> (String) row.get(field.name()))
                    .filter(id -> id != null)
                    .collect(Collectors.toSet());
            Set<String> known = ids.isEmpty() ? Set.of() : Known.among(handle, target, ids);
            for (int i = 0; i < rows.size(); i++) {
                Object id = rows.get(i).get(field.name());
                if (id != null && !known.contains((String) id)) {
                    String place = rows.size() == 1 && !isArray(pointer) ? pointer : pointer + "/" + i;
                    errors.add(new InputError(
                            place + "/" + JsonRow.property(field.name()), "there is no " + target.spoken() + " " + id));
                }
            }
        }
    }

    private static boolean isArray(String pointer) {
        return pointer.length() > 1 && pointer.startsWith("/");
    }

    /** Refuses ids that another account's things have: they would change hands. */
    void ownership(Handle handle, Entity entity, List<Row> rows, String pointer, String account) {
        Set<String> ids = rows.stream()
                .map(row -> (String) row.get("id"))
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        Map<String, String> owners = ids.isEmpty() ? Map.of() : Known.owners(handle, entity, ids);
        for (int i = 0; i < rows.size(); i++) {
            String owner = owners.get(String.valueOf(rows.get(i).get("id")));
            if (owner != null && !owner.equals(account)) {
                errors.add(new InputError(
                        pointer + "/" + i + "/id", "is a " + entity.spoken() + " of account " + owner + " already"));
            }
        }
    }

    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }

    /** Writes rows; what the database alone refuses is told like everything else. */
    Written write(PortfolioChange change, Entity entity, List<Row> rows, String pointer) {
        Written written = change.write(entity, rows);
        written.refused().forEach((place, reason) -> errors.add(new InputError(pointer + "/" + place, reason)));
        refuseIfAny();
        return written;
    }
}
