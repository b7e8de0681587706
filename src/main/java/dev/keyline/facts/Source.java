package dev.keyline.facts;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that derivations read.
 *
 * @param name as the catalogue writes it: {@code tickets}, {@code usage/active-users}
 * @param at the field that says since when a record counts; null: always
 * @param until the field with the last instant or day it counts at; null where it has no end
 */
public record Source(
        String name, @Nullable String at, @Nullable String until) {
    private static final Map<String, Source> PLAIN = Map.ofEntries(
            Map.entry("tickets", new Source("tickets", "openedAt", "closedAt")),
            Map.entry("contacts", new Source("contacts", null, "leftOn")),
            Map.entry("contracts", new Source("contracts", "startsOn", "endsOn")),
            Map.entry("entitlements", new Source("entitlements", "startsOn", "endsOn")),
            Map.entry("opportunities", new Source("opportunities", "openedOn", "closedOn")),
            Map.entry("signals", new Source("signals", "occurredAt", "withdrawnAt")),
            Map.entry("products", new Source("products", null, null)),
            Map.entry("overrides", new Source("overrides", null, null)),
            Map.entry("assignments", new Source("assignments", "since", null)),
            Map.entry("cases", new Source("cases", "openedAt", "closedAt")),
            Map.entry("whitespace", new Source("whitespace", null, null)));

    /** Sections of the account plan, by the field that says since when an entry counts. */
    private static final Map<String, String> PLAN_DAYS = Map.of(
            "initiatives", "startsOn",
            "value", "deliveredOn",
            "businessReviews", "heldOn",
            "metrics", "agreedOn");

    /** Whether a record that begins later is known today: a contract is signed, an initiative announced, before it starts. */
    boolean plannedAhead() {
        return name.equals("contracts") || name.equals("plan/initiatives");
    }

    /** The source of a name, empty for a name that none has. */
    static Optional<Source> named(String name) {
        if (name.startsWith("usage/") || name.equals("satisfaction/nps") || name.equals("satisfaction/csat")) {
            return Optional.of(new Source(name, "at", null));
        }
        if (name.startsWith("plan/")) {
            String section = name.substring("plan/".length());
            return Optional.of(
                    new Source(name, PLAN_DAYS.get(section), section.equals("initiatives") ? "endsOn" : null));
        }
        if (name.startsWith("overrides/")) {
            return Optional.of(new Source(name, "setAt", "expiresOn"));
        }
        return Optional.ofNullable(PLAIN.get(name));
    }
}
