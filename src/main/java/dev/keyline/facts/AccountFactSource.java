package dev.keyline.facts;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Supplies what is known of an account, so that nobody has to post two years of readings. */
public interface AccountFactSource {
    /**
     * Every fact of an account that comes from its records, as of a business day; policies' outcomes are not among them.
     * Empty for an account that does not exist.
     */
    Optional<Map<String, @Nullable Object>> factsOf(String account, LocalDate day, FactCatalogue catalogue);
}
