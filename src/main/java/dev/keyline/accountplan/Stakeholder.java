package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What we think of a contact's part in our fortunes. */
@Schema(description = "What we think of a contact's part in our fortunes.")
public record Stakeholder(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "The contact.") @RefersTo(Entity.CONTACT)
        String contactId,

        @Schema(
                description = "How much the contact's word weighs.",
                enumeration = {"high", "medium", "low"})
        String influence,

        @Schema(description = "Where the contact stands towards us.", nullable = true) @Nullable
        String stance,

        @Schema(description = "The person who keeps up the relationship, by id.", nullable = true)
        @RefersTo(Entity.PERSON)
        @Nullable
        String owner,

        @Schema(description = "Anything else worth knowing.", nullable = true) @Nullable
        String note) {}
