package dev.keyline.calendar.web;

import dev.keyline.access.Role;
import dev.keyline.calendar.Rehearsal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/rehearsal/clock")
@Tag(
        name = "Rehearsal",
        description = "The service's clock put ahead, on a copy of it that was started to rehearse"
                + " (`keyline.clock.rehearsal=true`). Anywhere else there is none: 404.")
class RehearsalResource {
    /** Where the clock is to stand: one of the two. */
    @Schema(description = "Where the clock is to stand: one of the two. It only goes forward.")
    record ClockToPut(
            @Schema(
                    description = "How far ahead of the machine's clock, as in PT4H; at most ten years.",
                    nullable = true)
            @Nullable
            Duration ahead,

            @Schema(description = "The instant it is to show.", nullable = true) @Nullable
            Instant now) {
        ClockToPut {
            if ((ahead == null) == (now == null)) {
                throw new IllegalArgumentException("needs either ahead or now");
            }
        }

        Rehearsal.Standing put(Rehearsal rehearsal, String by) {
            if (ahead != null) {
                return rehearsal.putAhead(ahead, by);
            }
            return rehearsal.putNow(Objects.requireNonNull(now), by);
        }
    }

    /** How the clock stands. */
    @Schema(description = "How the clock stands.")
    record ClockView(
            @Schema(description = "What the service takes for the present.")
            Instant now,

            @Schema(description = "How far that is ahead of the machine's clock.")
            Duration ahead,

            @Schema(description = "When it was last moved, by the machine's clock.", nullable = true) @Nullable
            Instant setAt,

            @Schema(description = "Who moved it.", nullable = true) @Nullable
            String setBy) {
        static ClockView of(Rehearsal.Standing standing) {
            return new ClockView(standing.now(), standing.ahead(), standing.setAt(), standing.setBy());
        }
    }

    private final Rehearsal rehearsal;
    private final SecurityIdentity caller;

    @Inject
    RehearsalResource(Rehearsal rehearsal, SecurityIdentity caller) {
        this.rehearsal = rehearsal;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "getRehearsalClock", summary = "The present, as the service takes it")
    @APIResponse(responseCode = "200", description = "The clock.")
    @APIResponse(responseCode = "404", description = "This service does not rehearse.")
    public ClockView get() {
        return ClockView.of(rehearsal.standing());
    }

    @PUT
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "putRehearsalClock",
            summary = "Put the clock ahead",
            description = "Every replica follows within a second; the offset outlives a restart.")
    @APIResponse(responseCode = "200", description = "The clock as it now stands.")
    @APIResponse(responseCode = "404", description = "This service does not rehearse.")
    @APIResponse(responseCode = "409", description = "It is further ahead already.")
    public ClockView put(ClockToPut body) {
        return ClockView.of(body.put(rehearsal, caller.getPrincipal().getName()));
    }
}
