package dev.keyline.policycase.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyline.policycase.CaseSuggestions;
import dev.keyline.policycase.PolicyCase;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Cases that would cover more of a draft. */
@Schema(description = "Cases that would cover rows of a draft which no case covers yet.")
record SuggestedCases(
        @Schema(description = "The draft's revision, as its ETag says it.")
        long revision,

        @Schema(description = "Cases to look at, in the order of the tables; at most 500.")
        List<SuggestedCase> items,

        @Schema(description = "Rows that no case covers, and for which no facts were found that they decide.")
        List<UnreachedRow> unreached) {

    /** A case to be looked at. */
    @Schema(description = "A case to be looked at, and kept if it is right.")
    record SuggestedCase(
            @Schema(description = "The decision whose table it is about.")
            String table,

            @Schema(description = "The row it is about.") String row,

            @Schema(
                    description = "The column whose condition alone fails in it; null: the row decides it.",
                    nullable = true)
            @Nullable
            String column,

            @Schema(
                    description =
                            "The case, to be sent to `POST /policies/{policy}/cases` as it is. It expects what the draft answers.")
            @JsonProperty("case")
            CaseToKeep content) {}

    /** A row without a case. */
    @Schema(description = "A row without a case.")
    record UnreachedRow(
            @Schema(description = "The decision whose table it is in.")
            String table,

            @Schema(description = "The row's id.") String row) {}

    static SuggestedCases of(long revision, CaseSuggestions.Offer offer) {
        return new SuggestedCases(
                revision,
                offer.suggestions().stream()
                        .map(one -> new SuggestedCase(one.table(), one.row(), one.column(), toKeep(one.content())))
                        .toList(),
                offer.unreached().stream()
                        .map(row -> new UnreachedRow(row.table(), row.row()))
                        .toList());
    }

    private static CaseToKeep toKeep(PolicyCase content) {
        return new CaseToKeep(
                content.name(),
                content.facts(),
                content.asOf(),
                content.outcome(),
                List.copyOf(content.rules()),
                List.copyOf(content.not()));
    }
}
