package dev.keyline.casework;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import dev.keyline.review.OutcomeFollower;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** An account with its people, and findings on it. */
final class Scenery {
    static final String ACCOUNT = "acme";

    private Scenery() {}

    static void set(Jdbi jdbi) {
        EmptyPortfolio.make(jdbi);
        jdbi.useTransaction(handle -> {
            handle.execute("insert into account (id, name, region) values (?, 'Acme', 'nowhere in particular')", ACCOUNT);
            handle.execute(
                    "insert into account_outcome (account_id, policy, decision_id, as_of, outcome)"
                            + " values (?, 'account-tier', gen_random_uuid(), now(), '{\"tier\": \"Tier 2\"}')",
                    ACCOUNT);
            person(handle, "vp", null, 4);
            person(handle, "boss", "vp", 2);
            person(handle, "kim", "boss", 1);
            person(handle, "ceo", null, 6);
            handle.execute("insert into assignment (account_id, role, person_id) values (?, 'account-manager', 'kim')", ACCOUNT);
            handle.execute("insert into assignment (account_id, role, person_id) values (?, 'executive-sponsor', 'ceo')", ACCOUNT);
        });
    }

    private static void person(org.jdbi.v3.core.Handle handle, String id, String line, int level) {
        handle.execute(
                "insert into person (id, name, kind, line_manager_id, level) values (?, ?, 'account-manager', ?, ?)",
                id,
                id,
                line,
                level);
    }

    /** What {@code case-opening} says of an escalation on the technical path. */
    static Map<String, Object> escalation(String severity) {
        Map<String, Object> finding = new HashMap<>();
        finding.put("kind", "escalation");
        finding.put("path", "technical");
        finding.put("cause", "usage-falling");
        finding.put("severity", severity);
        finding.put("title", "Usage is falling");
        finding.put("reason", "Active users fell 3 weeks running.");
        finding.put("respondWithinHours", 2);
        finding.put("counted", "business time");
        finding.put("updateEveryHours", 4);
        finding.put(
                "ladder",
                List.of(
                        Map.of("percent", 0, "level", "account-manager"),
                        Map.of("percent", 50, "level", "manager"),
                        Map.of("percent", 100, "level", "vice-president"),
                        Map.of("percent", 150, "level", "sponsor")));
        finding.put("cleanReviews", 1);
        return finding;
    }

    static Map<String, Object> warning() {
        return Map.of(
                "kind", "warning",
                "path", "relationship",
                "cause", "champion-silent",
                "severity", "medium",
                "title", "The champion is silent",
                "reason", "Champion Kim has been silent for 31 days.",
                "cleanReviews", 1);
    }

    @SafeVarargs
    static List<OutcomeFollower.Held> outcome(Map<String, Object>... findings) {
        return List.of(new OutcomeFollower.Held(
                ACCOUNT, UUID.randomUUID(), Map.of("cases", List.of(findings))));
    }

    static OutcomeFollower.Evaluated review() {
        return new OutcomeFollower.Evaluated(Instant.now(), "review", true);
    }

    static OutcomeFollower.Evaluated change() {
        return new OutcomeFollower.Evaluated(Instant.now(), "change", false);
    }
}
