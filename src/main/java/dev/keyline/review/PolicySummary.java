package dev.keyline.review;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy did to a portfolio: how many accounts each of its rows decided, and how its outcomes are spread. */
@Schema(description = "What a policy did to the portfolio.")
public record PolicySummary(
        @Schema(description = "The policy.") String policy,
        @Schema(description = "Accounts it decided.") int accounts,

        @Schema(description = "How many accounts each row or rule decided; a row that decided none is listed with 0.")
        List<RowCount> rows,

        @Schema(
                description =
                        "By component of the outcome, how many accounts have which value; texts and booleans only.")
        Map<String, Map<String, Integer>> outcomes) {

    /** A row and how many accounts it had a part in deciding. */
    @Schema(description = "A row or rule and the accounts it had a part in deciding.")
    public record RowCount(
            @Schema(description = "The row's or rule's id.") String ruleId,
            @Schema(description = "How many accounts.") int accounts,

            @Schema(description = "Of all that the policy decided, 0 to 1.")
            double share) {}
}
