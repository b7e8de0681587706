package dev.keyline.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.keyline.engine.FactType;
import dev.keyline.engine.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every fact there is: the vocabulary's types beside the sources that the catalogue's YAML gives them. */
public final class FactCatalogue {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Fact> facts;
    private final String fingerprint;

    private FactCatalogue(Map<String, Fact> facts, String fingerprint) {
        this.facts = facts;
        this.fingerprint = fingerprint;
    }

    /** Differs for catalogues that could make different facts of the same records. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Puts types and sources together.
     *
     * @throws BadCatalogueException naming every fact without a type, or whose source is not one there is
     */
    public static FactCatalogue read(Vocabulary vocabulary, String yaml) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        sources(yaml).forEach((name, source) -> {
            Optional<FactType> type = vocabulary.find(name);
            if (type.isEmpty()) {
                problems.add(name + " is not defined in the vocabulary");
            } else {
                facts.put(name, new Fact(type.get(), source));
            }
            problemOf(source).ifPresent(problem -> problems.add(name + ": " + problem));
        });
        if (!problems.isEmpty()) {
            throw new BadCatalogueException(problems);
        }
        return new FactCatalogue(facts, Integer.toHexString(yaml.hashCode()) + "-" + yaml.length());
    }

    private static Map<String, FactSource> sources(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<LinkedHashMap<String, FactSource>>() {});
        } catch (JsonProcessingException e) {
            throw new BadCatalogueException(List.of(e.getOriginalMessage() + " at line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())));
        }
    }

    private static Optional<String> problemOf(FactSource source) {
        String of = source instanceof FactSource.Derivation derivation
                ? derivation.of()
                : source instanceof FactSource.Records records ? records.of() : null;
        return of == null || Source.named(of).isPresent()
                ? Optional.empty()
                : Optional.of("there are no records named " + of);
    }

    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** In the catalogue's order. */
    public List<Fact> all() {
        return List.copyOf(facts.values());
    }
}
