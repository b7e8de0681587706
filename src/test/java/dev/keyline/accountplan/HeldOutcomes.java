package dev.keyline.accountplan;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Makes outcomes hold as a review would, policies not shipped included. */
public final class HeldOutcomes {
    private final Jdbi jdbi;

    public HeldOutcomes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** As decided today. */
    public UUID hold(String account, String policy, String outcome, String... rules) {
        return hold(account, policy, outcome, Instant.now(), rules);
    }

    public UUID hold(String account, String policy, String outcome, Instant asOf, String... rules) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        String hits = Arrays.stream(rules)
                .map(rule -> ("{\"ruleId\": \"%s\", \"file\": \"rules/%s.drl\", \"table\": null, \"row\": null,"
                                + " \"annotation\": \"Why %s\"}")
                        .formatted(rule, policy, rule))
                .collect(Collectors.joining(",", "[", "]"));
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "insert into policy_version (policy, number, sha256, path, text, origin, author, created_at)"
                            + " values (?, 1, ?, 'rules', 'text', 'shipped', 'test', now()) on conflict do nothing",
                    policy,
                    "of " + policy);
            handle.execute(
                    "insert into decision (id, policy, version, made_with, account, as_of, recorded_at, caller, review_id,"
                            + " facts, outcome, rules, rule_ids, trace, messages)"
                            + " values (?, ?, 1, '{}', ?, ?, now(), 'test', ?, '{}', ?::jsonb, ?::jsonb, '{}', '{}', '[]')",
                    id,
                    policy,
                    account,
                    asOf,
                    UUID.randomUUID(),
                    outcome,
                    hits);
            handle.execute(
                    "insert into account_outcome (account_id, policy, decision_id, as_of, outcome)"
                            + " values (?, ?, ?, ?, ?::jsonb) on conflict (account_id, policy) do update"
                            + " set decision_id = excluded.decision_id, as_of = excluded.as_of, outcome = excluded.outcome",
                    account,
                    policy,
                    id,
                    asOf,
                    outcome);
        });
        return id;
    }
}
