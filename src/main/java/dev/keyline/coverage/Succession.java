package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who could take over one account of somebody who leaves. */
@Schema(description = "Who could take over one account of somebody who leaves.")
public record Succession(
        @Schema(
                description = "Whom to ask first when all accounts have to go at once: nobody is given more than fits."
                        + " Null: nobody is left with room.",
                nullable = true)
        @Nullable
        PersonRef proposed,

        @Schema(description = "Those who could take it beside what they hold, the best first; at most ten.")
        List<Successor> successors,

        @Schema(description = "How many could take it.") int able,

        @Schema(description = "Why others cannot, those first who only lack room; at most twenty.")
        List<Unable> others,

        @Schema(description = "How many cannot.") int unable,

        @Schema(
                description = "Why the account should rather not change its manager then; null when it may.",
                nullable = true)
        @Nullable
        String caution) {

    /** Somebody who may hold the account and has room for it. */
    @Schema(description = "Somebody who may hold the account and has room for it.")
    public record Successor(
            @Schema(description = "The account manager.") PersonRef manager,

            @Schema(
                    description = "What the customer is expected to buy less in a year because its manager changes, and"
                            + " to somebody who does not know its industry, in whole units of the reporting currency.")
            long expectedLoss,

            @Schema(description = "Points a month the person would hold with it.")
            Points load,

            @Schema(description = "Points the person has to give in the month after the change.")
            Points capacity,

            @Schema(description = "Whether the person knows the account's industry.")
            boolean knowsIndustry,

            @Schema(description = "Whether the person is still in the ramp of a new hire.")
            boolean ramping) {}

    /** Somebody who cannot take the account. */
    @Schema(description = "Somebody who cannot take the account.")
    public record Unable(
            @Schema(description = "The account manager.") PersonRef manager,
            @Schema(description = "Why not, in words.") String reason) {}
}
