package dev.keyline.policy.web;

import dev.keyline.engine.FactType;
import dev.keyline.engine.RowHit;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy: what it asks for, what it has, and how it came to be. */
@Schema(description = "A policy with the facts it asks for, its rows, and its versions.")
record PolicyDetail(
        @Schema(description = "In short.") PolicyView policy,

        @Schema(description = "The facts it asks for, by name.")
        List<AskedFact> facts,

        @Schema(description = "Its rows or rules, in the order of its text.")
        List<RowHit> rows,

        @Schema(
                description =
                        "Why the DMN engine itself answers every question, some hundred times slower than a translated policy is answered; null: it is translated, or none is in force.",
                examples = "it is made of several files",
                nullable = true)
        @Nullable
        String untranslated,

        @Schema(description = "Its versions, newest first.") List<VersionView> versions) {

    /** A fact as a caller may send it. */
    @Schema(description = "A fact that the policy asks for.")
    record AskedFact(
            @Schema(description = "Its name.") String name,

            @Schema(description = "What it means.", nullable = true) @Nullable
            String description,

            @Schema(description = "`text`, `number`, `boolean`, `date`, `date-time`, `duration`, `record` or `any`.")
            String type,

            @Schema(description = "Whether a list of such values is meant.")
            boolean list,

            @Schema(description = "Its unit.", nullable = true) @Nullable
            String unit,

            @Schema(description = "The values allowed, as FEEL writes them; null: any of the type.", nullable = true)
            @Nullable
            String allowed,

            @Schema(description = "Whether the policy refuses to decide without it.")
            boolean required,

            @Schema(description = "Where the portfolio takes it from, in words.")
            String source) {

        static AskedFact of(Fact fact) {
            FactType type = fact.type();
            return new AskedFact(
                    fact.name(),
                    type.description(),
                    type.kind().word(),
                    type.list(),
                    type.unit(),
                    type.allowed(),
                    fact.required(),
                    words(fact.source()));
        }

        private static String words(FactSource source) {
            if (source instanceof FactSource.Column column) {
                return "column " + column.column() + " of the account";
            } else if (source instanceof FactSource.Attribute attribute) {
                return "custom attribute " + attribute.attribute();
            } else if (source instanceof FactSource.Outcome outcome) {
                return "outcome of " + outcome.policy() + (outcome.path() == null ? "" : ": " + outcome.path());
            } else if (source instanceof FactSource.Previous previous) {
                return "outcome of " + previous.policy() + " in the last finished review";
            } else if (source instanceof FactSource.Derivation derivation) {
                return "derived from " + derivation.of();
            } else if (source instanceof FactSource.Caller) {
                return "sent by the caller";
            }
            return "list of " + ((FactSource.Records) source).of();
        }
    }
}
