package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Holds rows against what is in the portfolio: everything they refer to must be there, or come with the same file. */
final class References {
    private final Entity entity;
    private final LineReader reader;
    private final Handle handle;

    interface Rejection {
        void reject(CsvTable.Line line, @Nullable String column, String reason);
    }

    References(Entity entity, LineReader reader, Handle handle) {
        this.entity = entity;
        this.reader = reader;
        this.handle = handle;
    }

    /** Rejects and removes candidates. */
    void check(List<Candidate> candidates, Rejection rejection) {
        newOnesMustBeWhole(candidates, rejection);
        for (Field field : entity.fields()) {
            String word = field.refersTo();
            if (word == null) {
                continue;
            }
            Entity target = Entity.named(word).orElseThrow();
            if (target == entity) {
                noCircles(field, candidates, rejection);
                withinTheFile(field, candidates, rejection);
            } else {
                drop(candidates, field, target, known(target, candidates, field), rejection);
            }
        }
    }

    private void newOnesMustBeWhole(List<Candidate> candidates, Rejection rejection) {
        List<String> missing = reader.missingForNew();
        if (missing.isEmpty() || candidates.isEmpty()) {
            return;
        }
        Field key = entity.keys().get(0);
        Set<String> known = known(entity, candidates, key);
        candidates.removeIf(candidate -> {
            String id = text(candidate, key);
            if (known.contains(id)) {
                return false;
            }
            rejection.reject(
                    candidate.line(),
                    reader.column(key.name()),
                    "'" + id + "' is no " + entity.spoken() + " yet, and the file has no " + String.join(", ", missing)
                            + " for a new one");
            return true;
        });
    }

    // one that is rejected leaves those that refer to it without a target, and so on
    private void withinTheFile(Field field, List<Candidate> candidates, Rejection rejection) {
        Set<String> stored = known(entity, candidates, field);
        int before;
        do {
            before = candidates.size();
            Set<String> known = new HashSet<>(stored);
            Field key = entity.keys().get(0);
            candidates.forEach(candidate -> known.add(text(candidate, key)));
            drop(candidates, field, entity, known, rejection);
        } while (candidates.size() < before);
    }

    private void noCircles(Field field, List<Candidate> candidates, Rejection rejection) {
        Field key = entity.keys().get(0);
        Map<String, String> parents = Known.parents(handle, entity);
        candidates.removeIf(candidate -> {
            String id = text(candidate, key);
            String parent = text(candidate, field);
            if (id == null || parent == null) {
                return false;
            }
            Set<String> above = new HashSet<>();
            for (String next = parent; next != null && above.add(next); next = parents.get(next)) {
                if (next.equals(id)) {
                    rejection.reject(
                            candidate.line(),
                            reader.column(field.name()),
                            "'" + parent + "' stands below '" + id + "' itself");
                    return true;
                }
            }
            parents.put(id, parent);
            return false;
        });
    }

    private void drop(List<Candidate> candidates, Field field, Entity target, Set<String> known, Rejection rejection) {
        candidates.removeIf(candidate -> {
            String id = text(candidate, field);
            if (id == null || known.contains(id)) {
                return false;
            }
            rejection.reject(
                    candidate.line(), reader.column(field.name()), "there is no " + target.spoken() + " '" + id + "'");
            return true;
        });
    }

    private Set<String> known(Entity target, List<Candidate> candidates, Field field) {
        Set<String> ids = candidates.stream()
                .map(candidate -> text(candidate, field))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Set.of() : Known.among(handle, target, ids);
    }

    /** The rows of a wide line differ in nothing but metric and value. */
    private static @Nullable String text(Candidate candidate, Field field) {
        List<Row> rows = candidate.rows();
        return rows.isEmpty() ? null : (String) rows.get(0).get(field.name());
    }
}
