package dev.keyline.coverage.web;

import dev.keyline.http.BadInputException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people call a plan and note on it. */
@Schema(description = "What people call a plan and note on it; what is left out is emptied.")
record PlanLabel(
        @Schema(description = "At most 200 characters.", nullable = true, examples = "Two more in the Nordics")
        @Nullable
        String name,

        @Schema(description = "At most 4000 characters.", nullable = true) @Nullable
        String note) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4000;

    /** The same without blanks around it. */
    PlanLabel checked() {
        return new PlanLabel(checked("/name", name, LONGEST_NAME), checked("/note", note, LONGEST_NOTE));
    }

    private static @Nullable String checked(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw new BadInputException(pointer, "must have at most " + longest + " characters");
        }
        return text.strip();
    }
}
