package dev.keyline.policy.web;

import dev.keyline.policy.difference.MeaningDifference;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** On which inputs two texts of a policy answer differently. */
@Schema(description = "On which inputs two texts of a policy answer differently.")
record MeaningView(
        @Schema(description = "The first: a version's number, or `draft`.", examples = "3")
        String from,

        @Schema(description = "The second.", examples = "draft")
        String to,

        @Schema(description = "Whether it is proved that they answer the same on every input.")
        boolean equal,

        @Schema(description = "Each table that both have.") List<TableView> tables,

        @Schema(description = "What is new, gone, or changed outside of tables: named, not compared.")
        List<String> others) {

    /** A table in both texts. */
    @Schema(description = "A table in both texts.")
    record TableView(
            @Schema(description = "The decision it makes.", examples = "care by tier")
            String decision,

            @Schema(description = "One sentence.") String words,

            @Schema(description = "Whether a difference that is not named does not exist.")
            boolean exact,

            @Schema(description = "Why it is not exact.") List<String> limits,

            @Schema(description = "Where the answers differ; disjoint, at most 200.")
            List<RegionView> regions) {}

    /** Cases in all of which the texts answer the same two things. */
    @Schema(description = "Cases in all of which the texts answer the same two things.")
    record RegionView(
            @Schema(description = "The cases.", examples = "score from 60 to below 61")
            String words,

            @Schema(description = "One of them: values by the expressions of the columns.")
            Map<String, @Nullable Object> witness,

            @Schema(description = "The first text's answer, as FEEL writes it.")
            String before,

            @Schema(description = "The second text's answer.")
            String after,

            @Schema(description = "False when an expression has to be evaluated to know whether they differ.")
            boolean certain) {}

    static MeaningView of(String from, String to, MeaningDifference difference) {
        return new MeaningView(
                from,
                to,
                difference.others().isEmpty()
                        && difference.tables().stream()
                                .allMatch(table ->
                                        table.exact() && table.regions().isEmpty()),
                difference.tables().stream()
                        .map(table -> new TableView(
                                table.decision(),
                                table.words(),
                                table.exact(),
                                table.limits(),
                                table.regions().stream()
                                        .map(region -> new RegionView(
                                                region.words(),
                                                region.witness(),
                                                region.before(),
                                                region.after(),
                                                region.certain()))
                                        .toList()))
                        .toList(),
                difference.others());
    }
}
