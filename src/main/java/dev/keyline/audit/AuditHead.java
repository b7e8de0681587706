package dev.keyline.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the trail ends. Whoever notes it down can tell later whether the end was cut off. */
@Schema(description = "Where the trail ends: note it down elsewhere to prove later that nothing was cut off.")
public record AuditHead(
        @Schema(description = "How many entries there are.") long entries,

        @Schema(description = "The hash of the last one; 64 zeros when there is none.")
        String hash) {

    /** The end of a trail without an entry. */
    static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64));
}
