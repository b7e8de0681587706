package dev.keyline.policycase;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Runs the cases of policies against a set of versions, drafts among them; nothing of it is recorded. */
@Singleton
public class CaseRuns {
    private final Jdbi jdbi;
    private final CaseStore store;
    private final ShippedCases shipped;
    private final BusinessTime businessTime;

    @Inject
    CaseRuns(Jdbi jdbi, CaseStore store, ShippedCases shipped, BusinessTime businessTime) {
        this.jdbi = jdbi;
        this.store = store;
        this.shipped = shipped;
        this.businessTime = businessTime;
    }

    /**
     * Runs all cases of a policy.
     *
     * @throws NotFoundException when the set has no such policy
     */
    public CaseRun run(PolicySet set, String policy) {
        CaseRunner runner = runner(set, policy);
        List<StoredCase> stored = jdbi.withHandle(handle -> store.of(handle, policy, null, PolicyCases.MOST_STORED));
        List<CaseRun.RunCase> cases = Stream.concat(
                        shipped.of(policy).stream().map(one -> new CaseRun.RunCase(null, runner.run(one))),
                        stored.stream().map(one -> new CaseRun.RunCase(one.id(), runner.run(one.content()))))
                .toList();
        List<CaseResult> results = cases.stream().map(CaseRun.RunCase::result).toList();
        int passed = (int) results.stream().filter(CaseResult::passed).count();
        return new CaseRun(
                policy,
                passed,
                results.size() - passed,
                cases,
                TableCoverage.of(policy(set, policy).rows(), results));
    }

    /** Policies that need a policy's outcome, or that of one which needs it, in the order in which they are decided. */
    public List<String> downstream(PolicySet set, String policy) {
        Set<String> downstream = new LinkedHashSet<>(Set.of(policy));
        List<String> found = new ArrayList<>();
        for (CompiledPolicy candidate : set.inOrder()) {
            if (!candidate.id().equals(policy)
                    && set.upstream(candidate.id()).stream().anyMatch(downstream::contains)) {
                downstream.add(candidate.id());
                found.add(candidate.id());
            }
        }
        return found;
    }

    CaseRunner runner(PolicySet set, String policy) {
        return new CaseRunner(policy(set, policy), set.catalogue(), businessTime.zone());
    }

    CompiledPolicy policy(PolicySet set, String policy) {
        return set.find(policy).orElseThrow(() -> new NotFoundException("policy", policy));
    }
}
