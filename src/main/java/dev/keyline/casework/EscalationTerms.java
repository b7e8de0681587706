package dev.keyline.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Evaluated;
import dev.keyline.decision.Evaluator;
import dev.keyline.facts.FactReader;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Asks {@code case-opening} for the terms of an escalation that a person has raised. */
@Singleton
class EscalationTerms {
    private final Policies policies;
    private final BusinessTime businessTime;
    private final ObjectMapper mapper;

    @Inject
    EscalationTerms(Policies policies, BusinessTime businessTime, ObjectMapper mapper) {
        this.policies = policies;
        this.businessTime = businessTime;
        this.mapper = mapper;
    }

    /** The terms of an escalation along the case's path, at another severity. */
    Terms at(Handle handle, Case raised, Severity severity, Instant now) {
        PolicySet set = policies.at(now);
        Map<String, Object> sent = new HashMap<>();
        sent.put(
                "escalations",
                List.of(Map.of(
                        "path", raised.path(),
                        "cause", raised.cause(),
                        "severity", severity.word(),
                        "level", "account-manager",
                        "reason", raised.reason())));
        String tier = tier(handle, raised.account());
        if (tier != null) {
            sent.put("tier", tier);
        }
        Map<String, @Nullable Object> facts = new FactReader(set.catalogue()).read(sent, "");
        List<Evaluated> evaluated = new Evaluator(set)
                .evaluate(
                        List.of(set.find(Finding.POLICY).orElseThrow()), facts, now.atZone(businessTime.zone()));
        Object outcome = Objects.requireNonNull(evaluated.get(0).evaluation().outcome());
        return Finding.of(outcome, mapper).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        Finding.POLICY + " opens no case for an escalation of severity " + severity.word()))
                .terms();
    }

    private static @Nullable String tier(Handle handle, String account) {
        return handle.createQuery("""
                        select outcome ->> 'tier' from account_outcome
                        where account_id = :account and policy = 'account-tier'
                        """)
                .bind("account", account)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }
}
