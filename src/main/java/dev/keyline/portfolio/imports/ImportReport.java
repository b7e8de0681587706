package dev.keyline.portfolio.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.json.Json;

/** What an import did. */
public record ImportReport(
        @Schema(description = "The import's id.") UUID id,

        @Schema(description = "The mapping: a shipped one's name, or \"document\".")
        String mapping,

        @Schema(description = "When it began.") Instant createdAt,
        @Schema(description = "Who asked for it.") String createdBy,

        @Schema(description = "File by file, in the order they were taken: what others refer to comes first.") @Json
        List<FileReport> files) {
    /** Rows not taken, of all files. */
    @JsonProperty
    @Schema(description = "Rows not taken, of all files.")
    public int rejected() {
        return files.stream().mapToInt(FileReport::rejected).sum();
    }
}
