package dev.keyline.policy.web;

import dev.keyline.engine.PolicyText;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicyVersion;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The two texts of a policy that a caller names by version or as their draft. */
@Singleton
class ChosenTexts {
    private static final String DRAFT = "draft";

    private final Drafts drafts;
    private final Policies policies;
    private final SecurityIdentity caller;

    @Inject
    ChosenTexts(Drafts drafts, Policies policies, SecurityIdentity caller) {
        this.drafts = drafts;
        this.policies = policies;
        this.caller = caller;
    }

    /**
     * Two texts.
     *
     * @param from what the caller called the first, or was taken in its stead
     * @param to the same of the second
     */
    record Pair(String from, String to, PolicyText before, PolicyText after) {}

    /** What is named. */
    Pair of(TwoTexts asked) {
        String before = asked.from == null || asked.from.isBlank() ? inForce(asked.policy) : asked.from;
        String after = asked.to == null || asked.to.isBlank() ? DRAFT : asked.to;
        return new Pair(before, after, text(asked.policy, "from", before), text(asked.policy, "to", after));
    }

    /** The shared words in force. */
    PolicyText vocabulary() {
        return policies.inForce(Policies.VOCABULARY).orElseThrow().asText();
    }

    private String inForce(String policy) {
        return policies.inForce(policy)
                .map(PolicyVersion::number)
                .map(number -> Integer.toString(number))
                .orElseThrow(() -> new ConflictException("No version of " + policy + " is in force: name one."));
    }

    private PolicyText text(String policy, String parameter, String which) {
        if (which.equals(DRAFT)) {
            return drafts.get(policy, caller.getPrincipal().getName()).text();
        }
        Integer number = number(parameter, which);
        if (number == null) {
            throw new BadInputException(parameter, "must be the number of a version, or draft");
        }
        return policies.version(policy, number).asText();
    }

    static @Nullable Integer number(String parameter, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadInputException(parameter, "must be the number of a version");
        }
    }
}
