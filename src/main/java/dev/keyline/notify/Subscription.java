package dev.keyline.notify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of what, by which way. */
public record Subscription(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "What people call it.") String name,
        @Schema(description = "webhook, email or kafka.") Channel channel,

        @Schema(
                description = "A webhook's URL, a topic, or one mail address; null: mail goes to the recipients' own.",
                nullable = true)
        @Nullable
        String target,

        @Schema(description = "Types of notifications, `case.*` for all that begin with `case.`; empty: all.")
        List<String> types,

        @Schema(description = "Whether it is told anything.")
        boolean enabled,

        @Schema(description = "Why the service itself switched it off.", nullable = true) @Nullable
        String disabledBecause,

        @JsonIgnore long revision,
        @Schema(description = "When it was made.") Instant createdAt,
        @Schema(description = "By whom.") String createdBy) {}
