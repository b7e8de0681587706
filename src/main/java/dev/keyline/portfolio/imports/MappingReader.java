package dev.keyline.portfolio.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a mapping document, YAML or JSON, and refuses it with every error it holds before any row is read. */
final class MappingReader {
    private static final String ROOT = "/mapping";
    private static final String EXTENDS = "extends";
    private static final List<String> KEYS =
            FileRuleReader.keys("description", EXTENDS, "delimiter", "anchor", "files");
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS) // a column may be called No
                    .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ZoneId businessZone;

    MappingReader(ZoneId businessZone) {
        this.businessZone = businessZone;
    }

    /**
     * Reads a document.
     *
     * @throws BadInputException with the place of each error, under {@code /mapping}
     */
    Mapping read(String name, String document) {
        JsonNode root = withBase(parse(document));
        List<InputError> errors = new ArrayList<>();
        Place place = new Place(ROOT, "mapping", root, errors);
        Mapping mapping = read(name, document, place);
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return mapping;
    }

    private Mapping read(String name, String document, Place place) {
        if (!place.isObjectOf(KEYS)) {
            return new Mapping(name, document, null, List.of());
        }
        Formats formats = FormatsReader.read(place, Formats.usual(businessZone));
        @Nullable
        Character delimiter =
                place.at("delimiter").map(MappingReader::delimiter).orElse(null);
        List<FileRule> rules = new ArrayList<>();
        List<Place> files = place.at("files").map(Place::elements).orElse(List.of());
        for (Place file : files) {
            new FileRuleReader(file, formats).read(delimiter).ifPresent(rules::add);
        }
        if (files.isEmpty()) {
            place.refuse("must have files: a list with an element for each kind of file");
        }
        return new Mapping(
                name, document, place.at("anchor").map(MappingReader::day).orElse(null), rules);
    }

    private static JsonNode parse(String document) {
        try {
            JsonNode root = json(document).orElse(null);
            root = root == null ? YAML.readTree(document) : root;
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new BadInputException(ROOT, "cannot be read as YAML or JSON" + where + ": " + firstLine(e));
        }
        throw new BadInputException(
                ROOT,
                "is neither a mapping document nor the name of a shipped mapping"
                        + Nearest.hint(document.strip(), ShippedMappings.NAMES));
    }

    // YAML reads most JSON, but none that is indented with tabs; and much that begins like JSON is YAML
    private static Optional<JsonNode> json(String document) {
        if (!document.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(document));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }

    // what the document says wins; its files come first, and replace the base's of the same pattern and entity
    private static JsonNode withBase(JsonNode root) {
        JsonNode base = root.get(EXTENDS);
        if (base == null) {
            return root;
        }
        Optional<String> document = ShippedMappings.document(base.asText());
        if (document.isEmpty()) {
            throw new BadInputException(
                    ROOT + "/" + EXTENDS,
                    "'" + base.asText() + "' is no shipped mapping"
                            + Nearest.hint(base.asText(), ShippedMappings.NAMES));
        }
        ObjectNode merged = (ObjectNode) withBase(parse(document.get()));
        ArrayNode inherited = (ArrayNode) merged.get("files");
        merged.setAll((ObjectNode) root);
        if (root.get("files") instanceof ArrayNode own) {
            ArrayNode files = own.deepCopy();
            inherited.forEach(file -> {
                if (!holds(own, file)) {
                    files.add(file);
                }
            });
            merged.set("files", files);
        }
        return merged;
    }

    private static boolean holds(ArrayNode files, JsonNode file) {
        for (JsonNode own : files) {
            if (file.get("match").equals(own.get("match")) && file.get("entity").equals(own.get("entity"))) {
                return true;
            }
        }
        return false;
    }

    static @Nullable Character delimiter(Place place) {
        String text = place.text();
        if (text == null || "auto".equals(text)) {
            return null;
        }
        if ("tab".equals(text)) {
            return '\t';
        }
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || "\"\r\n".contains(text)) {
            place.refuse("must be auto, tab or one sign, as in \";\"");
            return null;
        }
        return text.charAt(0);
    }

    private static @Nullable LocalDate day(Place place) {
        String text = place.text();
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            place.refuse("'" + text + "' is no date; write it as 2026-11-16");
            return null;
        }
    }
}
