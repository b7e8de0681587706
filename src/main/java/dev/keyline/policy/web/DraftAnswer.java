package dev.keyline.policy.web;

import dev.keyline.engine.Finding;
import dev.keyline.engine.Question;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a draft answers. */
@Schema(description = "What a draft answers.")
record DraftAnswer(
        @Schema(
                description =
                        "Values by decision. Numbers have all their digits; dates, times, durations and ranges are text as FEEL writes it.")
        Map<String, @Nullable Object> results,

        @Schema(description = "What the engine says about the model and about this evaluation.")
        List<Message> messages) {

    /** Something the engine says. */
    @Schema(name = "ModelMessage", description = "Something that the engine says about a model.")
    record Message(
            @Schema(description = "An error leaves something without a value.")
            Finding.Severity severity,

            @Schema(description = "Id of the element it is about; null: of none.", nullable = true) @Nullable
            String element,

            @Schema(description = "In the engine's words.") String text) {
        static Message of(Finding finding) {
            return new Message(finding.severity(), finding.element(), finding.text());
        }
    }

    static DraftAnswer of(Question.Answer answer) {
        return new DraftAnswer(
                answer.results(), answer.messages().stream().map(Message::of).toList());
    }
}
