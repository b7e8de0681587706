package dev.keyline.engine.contained;

import java.util.Optional;

/** What workers found in texts that they compiled within their limits: kept, so that a start need not ask them again. */
public interface Descriptions {
    /** Keeps nothing. */
    Descriptions NONE = new Descriptions() {
        @Override
        public Optional<String> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, String description) {
            // asked again the next time
        }
    };

    /** What was kept, in JSON. */
    Optional<String> find(String key);

    /**
     * Keeps what was found.
     *
     * @param key stands for the texts and for the release of the engine that compiled them
     * @param description in JSON
     */
    void keep(String key, String description);
}
