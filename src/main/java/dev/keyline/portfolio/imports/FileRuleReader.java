package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one element of a mapping's {@code files}. */
final class FileRuleReader {
    static final String BY_NAME = "by-name";
    private static final List<String> KEYS =
            keys("match", "entity", "delimiter", "fields", "attributes", "metrics", "where", "unless");

    private final Place place;
    private final CellRuleReader cells;
    private final Formats formats;

    FileRuleReader(Place place, Formats outer) {
        this.place = place;
        this.formats = FormatsReader.read(place, outer);
        this.cells = new CellRuleReader(formats);
    }

    static List<String> keys(String... own) {
        return Stream.concat(Arrays.stream(own), FormatsReader.KEYS.stream()).toList();
    }

    /** Empty when nothing can be made of it; what is wrong has been said. */
    Optional<FileRule> read(@Nullable Character outerDelimiter) {
        if (!place.isObjectOf(KEYS)) {
            return Optional.empty();
        }
        Optional<String> match = place.text("match");
        if (match.isEmpty()) {
            place.refuse("must have a match: the name pattern of its files, as in accounts*.csv");
        }
        match.ifPresent(this::checkGlob);
        Optional<Entity> entity = entity();
        if (match.isEmpty() || entity.isEmpty()) {
            return Optional.empty();
        }
        FileRule rule = new FileRule(
                place.pointer(),
                match.get(),
                entity.get(),
                formats,
                place.at("delimiter").map(MappingReader::delimiter).orElse(outerDelimiter),
                isByName("fields") ? null : fields(entity.get()),
                isByName("attributes") ? null : place.map("attributes", cells::attribute),
                isByName("metrics") ? null : place.map("metrics", cells::cell),
                place.map("where", FileRuleReader::texts),
                place.map("unless", FileRuleReader::texts));
        checkWhole(rule);
        return Optional.of(rule);
    }

    private void checkGlob(String glob) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (IllegalArgumentException e) {
            place.at("match")
                    .ifPresent(match -> match.refuse("is no file name pattern: use * and ? as in accounts*.csv"));
        }
    }

    private static Set<String> texts(Place place) {
        return Set.copyOf(place.texts());
    }

    private boolean isByName(String key) {
        return place.at(key)
                .filter(there -> BY_NAME.equals(there.node().textValue()))
                .isPresent();
    }

    private Optional<Entity> entity() {
        Optional<Place> there = place.at("entity");
        List<String> words = Arrays.stream(Entity.values()).map(Entity::word).toList();
        if (there.isEmpty()) {
            place.refuse("must have an entity: one of " + String.join(", ", words));
            return Optional.empty();
        }
        String word = there.get().text();
        Optional<Entity> entity = word == null ? Optional.empty() : Entity.named(word);
        if (word != null && entity.isEmpty()) {
            there.get().refuse("'" + word + "' is no entity" + Nearest.hint(word, words));
        }
        return entity;
    }

    private Map<String, CellRule> fields(Entity entity) {
        if (place.at("fields").isEmpty()) {
            place.refuse("must have fields: an object of field to column, or " + BY_NAME);
            return Map.of();
        }
        List<String> names = entity.fields().stream().map(Field::name).toList();
        place.at("fields").ifPresent(there -> {
            if (there.node().isObject()) {
                there.isObjectOf(names);
            }
        });
        return place.map("fields", field -> {
            String name = field.name();
            return entity.field(name).map(known -> cells.checked(field, known)).orElse(null);
        });
    }

    private void checkWhole(FileRule rule) {
        if (rule.entity() != Entity.ACCOUNT) {
            place.at("attributes").ifPresent(there -> there.refuse("only accounts have custom attributes"));
        }
        if (rule.entity() != Entity.USAGE) {
            place.at("metrics").ifPresent(there -> there.refuse("only usage has metrics"));
        }
        List<String> missing = new ArrayList<>(rule.indispensable());
        missing.removeAll(rule.fields() == null ? missing : rule.fields().keySet());
        if (!missing.isEmpty() && place.at("fields").isPresent()) {
            place.at("fields")
                    .ifPresent(there -> there.refuse("must map " + String.join(", ", missing) + ": it tells one "
                            + rule.entity().spoken() + " from another"));
        }
    }
}
