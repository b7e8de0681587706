package dev.keyline.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How little a plan may change. */
@Schema(description = "How little a plan may change.")
public record Replanning(
        @Schema(
                description =
                        "Whether accounts stay with their manager unless they cannot: who holds them leaves, covers"
                                + " their region no longer or holds too much. Others move only to make room where somebody would"
                                + " have no manager, and then only if that pays. No when absent.")
        Boolean onlyWhatMustMove,

        @Schema(description = "Ids of accounts that may move beside those.", nullable = true)
        List<String> mayMove,

        @Schema(
                description = "At most so many accounts change their manager; null: any number.",
                minimum = "0",
                nullable = true)
        @Nullable
        Integer maxMoves) {

    public Replanning {
        onlyWhatMustMove = Boolean.TRUE.equals(onlyWhatMustMove);
        mayMove = mayMove == null ? List.of() : List.copyOf(mayMove);
    }
}
