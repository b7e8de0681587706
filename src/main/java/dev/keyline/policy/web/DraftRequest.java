package dev.keyline.policy.web;

import dev.keyline.engine.PolicyText;
import dev.keyline.http.BadInputException;
import dev.keyline.policy.Drafts;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What goes with the text of a draft. */
public final class DraftRequest {
    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(description = "The ETag of the draft that this one replaces; absent for the first.")
    @Nullable
    String ifMatch;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "`*` to begin a draft and never to replace one.")
    @Nullable
    String ifNoneMatch;

    @QueryParam("base")
    @Parameter(
            description =
                    "The version it began from. Absent: that of the draft it replaces, else the one in force now.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Nullable
    String base;

    @QueryParam("merged")
    @Parameter(
            description = "Another version whose changes are settled in it, as the one that a release ships.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Nullable
    String merged;

    @QueryParam("message")
    @Parameter(description = "Why, for those who read the versions.")
    @Nullable
    String message;

    @QueryParam("topic")
    @Parameter(description = "Of a policy that does not exist yet: the folder of its file.", example = "tiering")
    @Nullable
    String topic;

    Drafts.Precondition precondition() {
        return new Drafts.Precondition(ifMatch, ifNoneMatch);
    }

    Drafts.Edit edit(List<PolicyText> texts) {
        return new Drafts.Edit(texts, number("base", base), number("merged", merged), message);
    }

    private static @Nullable Integer number(String parameter, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadInputException(parameter, "must be the number of a version");
        }
    }
}
