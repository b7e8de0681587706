package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts files in an order in which everything comes after what it refers to. */
final class FileOrder {
    private FileOrder() {}

    /** Files that need each other come in the order of what they hold; the rows that come too early are rejected. */
    static List<PreparedFile> of(List<PreparedFile> files) {
        List<PreparedFile> waiting = new ArrayList<>(files);
        waiting.sort(Comparator.comparing(file -> file.entities().iterator().next()));
        List<PreparedFile> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            PreparedFile next = waiting.stream()
                    .filter(file ->
                            waiting.stream().noneMatch(other -> !other.isThe(file) && mustComeFirst(other, file)))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean mustComeFirst(PreparedFile first, PreparedFile then) {
        Set<Entity> needed = then.entities().stream()
                .flatMap(entity -> needs(entity).stream())
                .collect(Collectors.toSet());
        return first.entities().stream().anyMatch(needed::contains);
    }

    private static Set<Entity> needs(Entity entity) {
        Set<Entity> needs = entity.fields().stream()
                .map(field -> field.refersTo())
                .filter(Objects::nonNull)
                .flatMap(word -> Entity.named(word).stream())
                .filter(target -> target != entity)
                .collect(Collectors.toSet());
        if (entity == Entity.ACCOUNT) {
            needs.add(Entity.ATTRIBUTE_DEFINITION);
        }
        return needs;
    }
}
