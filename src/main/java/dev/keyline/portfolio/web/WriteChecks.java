package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.JsonRow;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Row;
import dev.keyline.portfolio.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of one body: read, held against what is there, written. Every error is gathered with its place. */
final class WriteChecks {
    private final List<InputError> errors = new ArrayList<>();

    List<InputError> errors() {
        return errors;
    }

    void refuse(String pointer, String message) {
        errors.add(new InputError(pointer, message));
    }

    /** An object as a row; see {@link JsonRow#read}. */
    PlacedRow row(JsonNode node, String pointer, Entity entity, Map<String, String> given, List<String> others) {
        return new PlacedRow(pointer, JsonRow.read(entity, node, pointer, given, others, errors));
    }

    /** The elements of an array property as rows; empty when the body does not have it. */
    List<PlacedRow> rows(JsonNode body, String property, Entity entity, Map<String, String> given) {
        JsonNode array = body.get(property);
        List<PlacedRow> rows = new ArrayList<>();
        if (array == null || array.isNull()) {
            return rows;
        }
        if (!array.isArray()) {
            refuse("/" + property, "must be an array");
            return rows;
        }
        Set<List<String>> keys = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            PlacedRow placed = row(array.get(i), "/" + property + "/" + i, entity, given, List.of());
            boolean whole = entity.keys().stream().allMatch(key -> placed.row().get(key.name()) != null);
            if (whole && !keys.add(placed.row().key(entity))) {
                refuse(placed.pointer(), "is the same " + entity.spoken() + " as one before it");
            }
            rows.add(placed);
        }
        return rows;
    }

    /** Refuses references to what is not there. */
    void references(Handle handle, Entity entity, List<PlacedRow> rows, Set<String> given) {
        for (Field field : entity.fields()) {
            String word = field.refersTo();
            if (word == null || given.contains(field.name())) {
                continue;
            }
            Entity target = Entity.named(word).orElseThrow();
            Set<String> ids = texts(rows, field.name());
            Set<String> known = ids.isEmpty() ? Set.of() : Known.among(handle, target, ids);
            for (PlacedRow placed : rows) {
                Object id = placed.row().get(field.name());
                if (id != null && !known.contains((String) id)) {
                    refuse(
                            placed.pointer() + "/" + JsonRow.property(field.name()),
                            "there is no " + target.spoken() + " " + id);
                }
            }
        }
    }

    /** Refuses ids that another account's things have: they would change hands. */
    void ownership(Handle handle, Entity entity, List<PlacedRow> rows, String account) {
        Set<String> ids = texts(rows, "id");
        Map<String, String> owners = ids.isEmpty() ? Map.of() : Known.owners(handle, entity, ids);
        for (PlacedRow placed : rows) {
            String owner = owners.get(String.valueOf(placed.row().get("id")));
            if (owner != null && !owner.equals(account)) {
                refuse(placed.pointer() + "/id", "is a " + entity.spoken() + " of account " + owner + " already");
            }
        }
    }

    private static Set<String> texts(List<PlacedRow> rows, String field) {
        return rows.stream()
                .map(placed -> (String) placed.row().get(field))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }

    /** Writes rows; what the database alone refuses is told like everything else. */
    Written write(PortfolioChange change, Entity entity, List<PlacedRow> rows) {
        List<Row> plain = rows.stream().map(PlacedRow::row).toList();
        Written written = change.write(entity, plain);
        written.refused().forEach((place, reason) -> refuse(rows.get(place).pointer(), reason));
        refuseIfAny();
        return written;
    }
}
