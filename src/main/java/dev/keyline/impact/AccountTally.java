package dev.keyline.impact;

import dev.keyline.casework.CaseChange;
import dev.keyline.casework.CaseKind;
import dev.keyline.casework.Severity;
import dev.keyline.impact.AccountsImpact.CaseCount;
import dev.keyline.impact.AccountsImpact.Move;
import dev.keyline.impact.AccountsImpact.PolicyCount;
import dev.keyline.impact.AccountsImpact.RegionShare;
import dev.keyline.impact.AccountsImpact.Share;
import dev.keyline.impact.AccountsImpact.TriggerCount;
import dev.keyline.impact.ChangedAccount.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what changes, account by account, from several threads. */
final class AccountTally {
    private record CaseKey(CaseKind kind, Severity severity) implements Comparable<CaseKey> {
        @Override
        public int compareTo(CaseKey other) {
            return Comparator.comparing(CaseKey::kind)
                    .thenComparing(CaseKey::severity)
                    .compare(this, other);
        }
    }

    /** Moves from one value to another, by region. */
    private static final class Moves {
        private final Map<Moved, Share> all = new HashMap<>();
        private final Map<Moved, Map<String, Share>> byRegion = new HashMap<>();

        void add(@Nullable Moved moved, @Nullable String region, @Nullable BigDecimal value) {
            if (moved != null) {
                all.put(moved, all.getOrDefault(moved, Share.NONE).and(value));
                byRegion.computeIfAbsent(moved, each -> new TreeMap<>())
                        .merge(region == null ? "" : region, Share.NONE.and(value), (share, one) -> share.and(value));
            }
        }

        List<Move> list() {
            return all.keySet().stream()
                    .sorted(Comparator.comparing(String::valueOf))
                    .map(moved -> new Move(
                            moved.before(), moved.after(), Objects.requireNonNull(all.get(moved)), regions(moved)))
                    .toList();
        }

        private List<RegionShare> regions(Moved moved) {
            List<RegionShare> regions = new ArrayList<>();
            byRegion.getOrDefault(moved, Map.of())
                    .forEach((region, share) -> regions.add(new RegionShare(region.isEmpty() ? null : region, share)));
            return regions;
        }
    }

    private int changed;
    private int undecided;
    private int undecidedAlready;
    private final Moves tiers = new Moves();
    private final Moves bands = new Moves();
    private final Map<CaseKey, Integer> opened = new TreeMap<>();
    private final Map<CaseKey, Integer> closing = new TreeMap<>();
    private final Map<String, Integer> added = new TreeMap<>();
    private final Map<String, Integer> gone = new TreeMap<>();
    private final Map<String, Integer> policies = new TreeMap<>();

    synchronized void addUndecidedAlready() {
        undecidedAlready++;
    }

    synchronized void add(ChangedAccount account) {
        changed++;
        if (account.problem() != null) {
            undecided++;
        }
        tiers.add(account.tier(), account.region(), account.annualContractValue());
        bands.add(account.healthBand(), account.region(), account.annualContractValue());
        account.casesOpened().forEach(one -> opened.merge(key(one), 1, Integer::sum));
        account.casesClosing().forEach(one -> closing.merge(key(one), 1, Integer::sum));
        account.triggersAdded().stream().map(Trigger::kind).forEach(kind -> added.merge(kind, 1, Integer::sum));
        account.triggersGone().stream().map(Trigger::kind).forEach(kind -> gone.merge(kind, 1, Integer::sum));
        account.policies().forEach(change -> policies.merge(change.policy(), 1, Integer::sum));
    }

    private static CaseKey key(CaseChange change) {
        return new CaseKey(change.kind(), change.severity());
    }

    /** @param order in which policies feed each other */
    synchronized AccountsImpact impact(int accounts, String currency, List<String> order) {
        Map<CaseKey, Integer> cases = new TreeMap<>(opened);
        cases.putAll(closing);
        Map<String, Integer> triggers = new TreeMap<>(added);
        triggers.putAll(gone);
        return new AccountsImpact(
                accounts,
                changed,
                undecided,
                undecidedAlready,
                currency,
                tiers.list(),
                bands.list(),
                cases.keySet().stream()
                        .map(key -> new CaseCount(
                                key.kind(), key.severity(), opened.getOrDefault(key, 0), closing.getOrDefault(key, 0)))
                        .toList(),
                triggers.keySet().stream()
                        .map(kind -> new TriggerCount(kind, added.getOrDefault(kind, 0), gone.getOrDefault(kind, 0)))
                        .toList(),
                order.stream()
                        .filter(policies::containsKey)
                        .map(policy -> new PolicyCount(policy, Objects.requireNonNull(policies.get(policy))))
                        .toList());
    }
}
