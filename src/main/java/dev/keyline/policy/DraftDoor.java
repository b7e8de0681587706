package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.Vocabulary;
import dev.keyline.engine.contained.Door;
import dev.keyline.facts.BadCatalogueException;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What may become a draft. Half-done work may, so a policy need not compile; the vocabulary and the catalogue have to
 * be right, because every policy's draft is read with them.
 */
final class DraftDoor {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 100;

    /** What stands in an address where a policy's name would. */
    private static final Set<String> TAKEN = Set.of("in-force");

    private DraftDoor() {}

    /** A name that a new policy may have. */
    static void requireName(String policy) {
        if (!NAME.matcher(policy).matches() || policy.length() > LONGEST_NAME || TAKEN.contains(policy)) {
            throw new BadInputException(
                    "policy",
                    "must be a name in kebab-case of at most " + LONGEST_NAME + " characters, as in partner-tier");
        }
    }

    /**
     * Refuses what cannot be read.
     *
     * @param texts the policy's own first
     * @param vocabulary what the catalogue is read with
     */
    static void refuse(List<PolicyText> texts, Supplier<PolicyText> vocabulary) {
        PolicyText own = texts.get(0);
        long places = texts.stream().map(PolicyText::path).distinct().count();
        if (places < texts.size()) {
            throw new RejectedTextException(own.path(), List.of("two of its files have one name"));
        }
        if (own.isRules()) {
            throw new ConflictException(own.id() + " is a rule file: rules are compiled into a release and change with"
                    + " it. Their numbers stand in decision tables, which can be drafted.");
        }
        if (own.id().equals(Policies.CATALOGUE)) {
            refuseCatalogue(own, vocabulary.get());
        } else if (own.id().equals(Policies.VOCABULARY)) {
            Door.admitVocabulary(own);
            Vocabulary.read(own);
        } else {
            Door.admit(texts);
        }
    }

    private static void refuseCatalogue(PolicyText catalogue, PolicyText vocabulary) {
        if (catalogue.text().length() > Door.MOST_BYTES) {
            throw new RejectedTextException(
                    ProblemType.TOO_LARGE,
                    catalogue.path(),
                    List.of("it is longer than " + Door.MOST_BYTES + " characters"));
        }
        try {
            FactCatalogue.read(Vocabulary.read(vocabulary), catalogue.text());
        } catch (BadCatalogueException e) {
            throw new RejectedTextException(catalogue.path(), List.of(String.valueOf(e.getMessage())));
        }
    }
}
