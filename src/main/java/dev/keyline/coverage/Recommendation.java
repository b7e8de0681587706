package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who could have an account, everybody else keeping what they hold in a plan. */
@Schema(
        name = "ManagerRecommendation",
        description = "Who could have an account, everybody else keeping what they hold in the plan.")
public record Recommendation(
        @Schema(description = "The account's id.") String account,
        @Schema(description = "The account's name.") String accountName,
        @Schema(description = "Its tier.") Tier tier,
        @Schema(description = "Points a month it takes.") Points workload,

        @Schema(description = "Its account manager in the plan; null: none.", nullable = true) @Nullable
        PersonRef accountManager,

        @Schema(
                description =
                        "Why it should rather keep its manager, or may have one only; null when it is free to move.",
                nullable = true)
        @Nullable
        String caution,

        @Schema(
                description =
                        "Whom to ask first. Where all accounts of a manager have to go at once, nobody is given more"
                                + " than fits. Null: nobody has room.",
                nullable = true)
        @Nullable
        PersonRef proposed,

        @Schema(description = "The best, the best first; at most ten. Some need another account to move.")
        List<Option> options,

        @Schema(description = "How many others may hold it and have room for it.")
        int able,

        @Schema(description = "Why others cannot, those first who only lack room; at most twenty.")
        List<Succession.Unable> others,

        @Schema(description = "How many cannot.") int unable) {}
