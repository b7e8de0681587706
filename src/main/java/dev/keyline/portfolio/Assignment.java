package dev.keyline.portfolio;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who holds an account today. */
public record Assignment(
        @Schema(description = "The account.") String accountId,

        @Schema(description = "account-manager or executive-sponsor.")
        String role,

        @Schema(description = "The person.") String personId,
        @Schema(description = "What the person is called.") String personName,

        @Schema(description = "Since when.", nullable = true) @Nullable
        LocalDate since,

        @Schema(description = "No plan may change it.") boolean pinned) {}
