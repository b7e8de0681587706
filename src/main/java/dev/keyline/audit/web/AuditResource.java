package dev.keyline.audit.web;

import dev.keyline.access.Role;
import dev.keyline.audit.Audit;
import dev.keyline.audit.AuditEntry;
import dev.keyline.audit.AuditFilter;
import dev.keyline.audit.AuditHead;
import dev.keyline.audit.AuditVerdict;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/audit")
@Tag(name = "Audit", description = "Who did what when, in entries that hold each other by their hashes.")
class AuditResource {
    private final Audit audit;

    @Inject
    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.AUDITOR)
    @Operation(operationId = "listAuditEntries", summary = "The trail, newest first")
    public Page<AuditEntry> list(
            @Parameter(description = "Only what this person did.") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "Only this, as in `proposal approved`.") @QueryParam("action") @Nullable
                    String action,
            @Parameter(description = "Only what was done to this, as in `/policies/account-tier`.")
                    @QueryParam("subject")
                    @Nullable
                    String subject,
            @Parameter(description = "From this instant on.") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Before this instant.") @QueryParam("to") @Nullable String to,
            @BeanParam PageRequest page) {
        return audit.list(new AuditFilter(actor, action, subject, instant("from", from), instant("to", to)), page);
    }

    @GET
    @Path("/head")
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getAuditHead",
            summary = "Where the trail ends",
            description = "Noted down elsewhere, it proves later that nothing up to here was cut off.")
    public AuditHead head() {
        return audit.head();
    }

    @GET
    @Path("/verify")
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "verifyAudit",
            summary = "Whether the trail is as it was written",
            description = "Reads it from its beginning, and finds an entry that was changed, taken out or cut off.")
    @APIResponse(responseCode = "200", description = "What was found.")
    @APIResponse(responseCode = "400", description = "Only one of `entries` and `hash`.")
    public AuditVerdict verify(
            @Parameter(description = "`entries` of an end noted down earlier.") @QueryParam("entries") @Nullable
                    String entries,
            @Parameter(description = "`hash` of that end.") @QueryParam("hash") @Nullable String hash) {
        return audit.verify(noted(entries, hash));
    }

    private static @Nullable AuditHead noted(@Nullable String entries, @Nullable String hash) {
        if (entries == null && hash == null) {
            return null;
        }
        if (entries == null || hash == null) {
            throw new BadInputException(entries == null ? "entries" : "hash", "is missing: an end is both");
        }
        try {
            return new AuditHead(Long.parseLong(entries), hash);
        } catch (NumberFormatException e) {
            throw new BadInputException("entries", "must be a whole number");
        }
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInputException(name, "must be an instant such as 2026-03-01T09:00:00Z");
        }
    }
}
