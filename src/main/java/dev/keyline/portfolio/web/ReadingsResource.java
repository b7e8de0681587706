package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import dev.keyline.access.Role;
import dev.keyline.http.Idempotency;
import dev.keyline.http.NotFoundException;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.JsonRow;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.RecordStore;
import dev.keyline.portfolio.Row;
import dev.keyline.portfolio.Signal;
import dev.keyline.portfolio.Written;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class ReadingsResource {
    private static final Map<String, Entity> READINGS =
            Map.of("usage", Entity.USAGE, "satisfaction", Entity.SATISFACTION, "tickets", Entity.TICKET);

    private final Portfolio portfolio;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;
    private final Clock clock;

    @Inject
    ReadingsResource(Portfolio portfolio, Idempotency idempotency, SecurityIdentity caller, Clock clock) {
        this.portfolio = portfolio;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** What became of readings. */
    record Taken(
            @Schema(description = "New.") int inserted,

            @Schema(description = "There already, and now different.")
            int updated,

            @Schema(description = "There already, exactly like that.")
            int unchanged) {}

    @POST
    @Path("/readings")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "postReadings",
            summary = "Add readings of usage and satisfaction, and tickets",
            description =
                    "Sending the same again changes nothing. A reading of the same metric or kind and instant, and a ticket of the same id, is replaced.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReadingsToPost.class)), required = true)
    @APIResponse(responseCode = "200", description = "Taken.")
    public Taken readings(@PathParam("id") String id, JsonNode body) {
        return portfolio.<Taken>change(change -> {
            mustExist(change, id);
            WriteChecks checks = new WriteChecks();
            refuseUnknown(body, checks);
            Map<String, List<PlacedRow>> rows = new LinkedHashMap<>();
            READINGS.forEach((property, entity) ->
                    rows.put(property, checks.rows(body, property, entity, Map.of("account_id", id))));
            checks.ownership(change.handle(), Entity.TICKET, rows.getOrDefault("tickets", List.of()), id);
            checks.refuseIfAny();
            int inserted = 0;
            int updated = 0;
            int unchanged = 0;
            for (Map.Entry<String, Entity> reading : READINGS.entrySet()) {
                Written written =
                        checks.write(change, reading.getValue(), rows.getOrDefault(reading.getKey(), List.of()));
                inserted += written.inserted();
                updated += written.updated();
                unchanged += written.unchanged();
            }
            return new Taken(inserted, updated, unchanged);
        });
    }

    private static void refuseUnknown(JsonNode body, WriteChecks checks) {
        if (!body.isObject()) {
            checks.refuse("", "must be an object");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!READINGS.containsKey(name)) {
                checks.refuse("/" + JsonRow.escaped(name), "is not known here; known are usage, satisfaction, tickets");
            }
        });
    }

    @POST
    @Path("/signals")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "postSignal",
            summary = "Tell of something that was noticed",
            description =
                    "Give it an id of your own and sending it again changes nothing. A signal with withdrawnAt no longer holds from then on.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SignalToPost.class)), required = true)
    @APIResponseSchema(value = Signal.class, responseCode = "201", responseDescription = "New.")
    public Response signal(
            @PathParam("id") String id, @HeaderParam(Idempotency.HEADER) @Nullable String key, JsonNode body) {
        String path = "/accounts/" + id + "/signals/";
        return portfolio.<Response>change(change -> {
            mustExist(change, id);
            boolean[] isNew = {false};
            Idempotency.Recorded recorded = idempotency.once(
                    change.handle(), caller.getPrincipal().getName(), key, List.of(path, body), work -> {
                        PlacedRow signal = signal(change, id, body);
                        isNew[0] = new WriteChecks()
                                        .write(change, Entity.SIGNAL, List.of(signal))
                                        .inserted()
                                == 1;
                        return path + signal.row().get("id");
                    });
            return Response.status(isNew[0] ? Response.Status.CREATED : Response.Status.OK)
                    .entity(find(change, id, recorded.resource().substring(path.length())))
                    .build();
        });
    }

    private PlacedRow signal(PortfolioChange change, String account, JsonNode body) {
        WriteChecks checks = new WriteChecks();
        PlacedRow signal = checks.row(withDefaults(body), "", Entity.SIGNAL, Map.of("account_id", account), List.of());
        checks.refuseIfAny();
        checks.ownership(change.handle(), Entity.SIGNAL, List.of(signal), account);
        checks.refuseIfAny();
        return signal;
    }

    @POST
    @Path("/signals/{signal}/withdraw")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "withdrawSignal",
            summary = "Withdraw a signal",
            description = "It no longer holds from now on. One that was withdrawn already keeps its time.")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    public Signal withdraw(@PathParam("id") String id, @PathParam("signal") String signalId) {
        return portfolio.<Signal>change(change -> {
            Signal signal = find(change, id, signalId);
            if (signal.withdrawnAt() != null) {
                return signal;
            }
            Row row = new Row(
                    Map.of("id", signalId, "withdrawn_at", clock.instant().truncatedTo(ChronoUnit.MICROS)));
            new WriteChecks().write(change, Entity.SIGNAL, List.of(new PlacedRow("", row)));
            return find(change, id, signalId);
        });
    }

    private static Signal find(PortfolioChange change, String account, String id) {
        return RecordStore.signal(change.handle(), account, id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("signal", id));
    }

    private static void mustExist(PortfolioChange change, String account) {
        if (AccountStore.lockRevision(change.handle(), account).isEmpty()) {
            throw new NotFoundException("account", account);
        }
    }

    private JsonNode withDefaults(JsonNode body) {
        if (!(body instanceof ObjectNode signal)) {
            return body;
        }
        ObjectNode whole = signal.deepCopy();
        if (!whole.hasNonNull("id")) {
            whole.put("id", Generators.timeBasedEpochGenerator().generate().toString());
        }
        if (!whole.hasNonNull("occurredAt")) {
            whole.put("occurredAt", clock.instant().toString());
        }
        return whole;
    }
}
