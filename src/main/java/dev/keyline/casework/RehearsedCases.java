package dev.keyline.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Says what casework would do if {@link Finding#POLICY} answered otherwise. It does none of it. */
@Singleton
public class RehearsedCases {
    /** The policy whose outcomes open cases. */
    public static final String POLICY = Finding.POLICY;

    /** The cases that would open, and the open ones that would be proposed for closing. */
    public record Changes(List<CaseChange> opened, List<CaseChange> closing) {}

    /** The cases of accounts that are open now. */
    public final class Open {
        private final Map<String, Set<Finding.Key>> keys;

        private Open(Map<String, Set<Finding.Key>> keys) {
            this.keys = keys;
        }

        /** What another outcome of the policy, asked of the same facts, would change for an account. */
        public Changes between(String account, @Nullable Object before, @Nullable Object after) {
            Set<Finding.Key> open = keys.getOrDefault(account, Set.of());
            List<Finding> now = before == null ? List.of() : Finding.of(before, mapper);
            List<Finding> then = after == null ? List.of() : Finding.of(after, mapper);
            return new Changes(
                    without(then, now).stream()
                            .filter(finding -> !open.contains(finding.key()))
                            .map(CaseChange::of)
                            .toList(),
                    without(now, then).stream()
                            .filter(finding -> open.contains(finding.key()))
                            .map(CaseChange::of)
                            .toList());
        }
    }

    private final ObjectMapper mapper;

    @Inject
    RehearsedCases(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Reads which cases of accounts are open. */
    public Open open(Handle handle, Collection<String> accounts) {
        Map<String, Set<Finding.Key>> keys = new HashMap<>();
        handle.createQuery("""
                        select account_id, kind, path, cause from account_case
                        where account_id = any(:accounts) and state <> 'closed'
                        """)
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> keys.computeIfAbsent(row.getString("account_id"), account -> new HashSet<>())
                        .add(new Finding.Key(
                                CaseKind.of(row.getString("kind")), row.getString("path"), row.getString("cause"))))
                .list();
        return new Open(keys);
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Set<Finding.Key> keys = others.stream().map(Finding::key).collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !keys.contains(finding.key()))
                .toList();
    }
}
