package dev.keyline.portfolio.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The mappings that come with the service, by name. */
final class ShippedMappings {
    static final List<String> NAMES = List.of("adventureworks", "keyline", "salesforce", "sample");

    private ShippedMappings() {}

    /** The document, empty when none is called that. */
    static Optional<String> document(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (InputStream in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("planning/mappings/" + name + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("shipped mapping " + name, e);
        }
    }
}
