package dev.keyline.policycase;

import dev.keyline.policy.ShippedFiles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cases that a release ships beside its policies; nobody edits them here. */
@Singleton
class ShippedCases {
    private static final String ROOT = "policy-cases";

    private final Map<String, List<PolicyCase>> cases = ShippedFiles.under(ROOT).stream()
            .map(file -> CaseSheet.read(file.path(), file.text()))
            .collect(Collectors.toMap(CaseSheet::policy, CaseSheet::cases));

    /** In the order of their file; empty for a policy without one. */
    List<PolicyCase> of(String policy) {
        return cases.getOrDefault(policy, List.of());
    }
}
