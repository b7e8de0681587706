package dev.keyline.metrics;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Evaluated;
import dev.keyline.decision.Evaluator;
import dev.keyline.decision.UndecidedException;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the policy {@code portfolio-targets} what a value should be. Nothing is recorded: a metric is no account's decision. */
@Singleton
class Targets {
    static final String POLICY = "portfolio-targets";

    private final Policies policies;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    Targets(Policies policies, BusinessTime businessTime, Clock clock) {
        this.policies = policies;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /** Null where no policy is in force as of the closing day, or where it says nothing of this metric. */
    @Nullable
    Target of(Metric metric, @Nullable BigDecimal value, @Nullable String segment, Period period) {
        Instant asOf = endOf(period);
        PolicySet set = policies.at(asOf);
        if (set.find(POLICY).isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("metric", metric.id());
        facts.put("value", value);
        facts.put("segment", segment == null ? By.ALL : segment);
        List<CompiledPolicy> inOrder = set.inOrder(List.of(POLICY), facts.keySet());
        try {
            List<Evaluated> answers = new Evaluator(set).evaluate(inOrder, facts, asOf.atZone(businessTime.zone()));
            return target(answers.get(answers.size() - 1));
        } catch (UndecidedException noRow) {
            return null; // an analyst may have taken this metric's rows out
        }
    }

    private Instant endOf(Period period) {
        Instant end = period.closing()
                .plusDays(1)
                .atStartOfDay(businessTime.zone())
                .toInstant()
                .minusMillis(1);
        Instant now = clock.instant();
        return end.isBefore(now) ? end : now;
    }

    private static Target target(Evaluated answer) {
        Map<?, ?> outcome =
                (Map<?, ?>) Objects.requireNonNull(answer.evaluation().outcome());
        return new Target(
                answer.policy(),
                answer.version(),
                number(outcome.get("target")),
                number(outcome.get("limit")),
                outcome.get("better") instanceof String better ? better : null,
                outcome.get("band") instanceof String band ? band : null,
                answer.evaluation().rows());
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }
}
