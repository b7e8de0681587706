package dev.keyline.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case that would be opened, or proposed for closing. */
@Schema(description = "A case that would be opened, or proposed for closing.")
public record CaseChange(
        @Schema(description = "What sort of finding it is.") CaseKind kind,

        @Schema(description = "Technical, commercial or relationship.")
        String path,

        @Schema(description = "What was found.") String cause,
        @Schema(description = "How bad it is.") Severity severity,
        @Schema(description = "Why, in a sentence.") String reason) {

    static CaseChange of(Finding finding) {
        return new CaseChange(
                finding.key().kind(),
                finding.key().path(),
                finding.key().cause(),
                finding.severity(),
                finding.reason());
    }
}
