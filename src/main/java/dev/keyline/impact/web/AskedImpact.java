package dev.keyline.impact.web;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.impact.RehearsedPolicy;
import dev.keyline.impact.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to rehearse. */
@Schema(description = "What to rehearse.")
record AskedImpact(
        @Schema(description = "The drafts and versions that stand in the place of what is in force.", required = true)
        @Nullable
        List<@Nullable AskedPolicy> policies,

        @Schema(description = "Over what to look. Absent: the whole portfolio.", nullable = true) @Nullable
        Scope scope,

        @Schema(
                description = "Whether to solve how many accounts would change hands; takes some seconds more.",
                defaultValue = "false",
                nullable = true)
        @Nullable
        Boolean replan) {
    private static final int MOST_POLICIES = 50;

    /** A draft or a version. */
    @Schema(description = "A draft, or a version.")
    record AskedPolicy(
            @Schema(description = "The policy; also `facts` or `catalogue`.", required = true) @Nullable
            String policy,

            @Schema(description = "Whose draft. Absent, with no version: the caller's own.", nullable = true) @Nullable
            String author,

            @Schema(description = "A version instead of a draft.", nullable = true) @Nullable
            Integer version) {}

    /**
     * The policies named.
     *
     * @param caller whose drafts are meant where no author is named
     * @throws BadInputException with everything that is wrong with the request
     */
    List<RehearsedPolicy> named(String caller) {
        List<InputError> errors = new ArrayList<>();
        List<@Nullable AskedPolicy> listed = Objects.requireNonNullElse(policies, List.of());
        if (listed.isEmpty() || listed.size() > MOST_POLICIES) {
            errors.add(new InputError("/policies", "must name 1 to " + MOST_POLICIES + " policies"));
        }
        List<RehearsedPolicy> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < listed.size(); i++) {
            AskedPolicy one = listed.get(i);
            String pointer = "/policies/" + i;
            if (one == null || one.policy() == null) {
                errors.add(new InputError(pointer + "/policy", "must be given"));
            } else if (!seen.add(one.policy())) {
                errors.add(new InputError(pointer + "/policy", one.policy() + " stands in the list already"));
            } else if (one.author() != null && one.version() != null) {
                errors.add(new InputError(pointer, "must name an author or a version, not both"));
            } else {
                String author = one.version() == null ? Objects.requireNonNullElse(one.author(), caller) : null;
                named.add(new RehearsedPolicy(one.policy(), author, one.version()));
            }
        }
        checkScope(errors);
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return named;
    }

    private void checkScope(List<InputError> errors) {
        if (scope == null || scope.decisions() == null) {
            return;
        }
        if (scope.tier() != null || scope.region() != null || scope.group() != null) {
            errors.add(new InputError("/scope", "must be a segment or a period of decisions, not both"));
        }
        Scope.Period period = scope.decisions();
        if (period.from() == null || period.to() == null) {
            errors.add(new InputError("/scope/decisions", "must have from and to"));
        } else if (!period.from().isBefore(period.to())) {
            errors.add(new InputError("/scope/decisions/to", "must be after from"));
        }
    }

    Scope scopeOrPortfolio() {
        return Objects.requireNonNullElse(scope, Scope.PORTFOLIO);
    }

    boolean replanOrNot() {
        return Boolean.TRUE.equals(replan);
    }
}
