package dev.keyline.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Goes wrong in every way an endpoint can; part of the tests only, and hidden from the published contract. */
@Path("/test/faults")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class FaultyResource {
    enum Colour {
        RED,
        BLUE
    }

    record Line(String product, int quantity) {
        Line {
            if (quantity < 0) {
                throw new IllegalArgumentException("quantity must not be negative");
            }
        }
    }

    record Order(
            @Nullable String name,
            @Nullable BigDecimal amount,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable Colour colour,
            @Nullable Boolean paid,
            @Nullable List<Line> lines,
            @Nullable Map<String, Object> facts) {}

    @POST
    @Path("/echo")
    @Operation(hidden = true)
    public Order echo(Order order) {
        return order;
    }

    @GET
    @Path("/{kind}")
    @Operation(hidden = true)
    public Map<String, String> fail(@PathParam("kind") String kind) {
        throw switch (kind) {
            case "bad-input" ->
                new BadInputException(
                        List.of(new InputError("/a", "must be one"), new InputError("/b/0", "must be two")));
            case "not-found" -> new NotFoundException("account", "A-1");
            case "conflict" -> new ConflictException("The plan was accepted already.");
            case "stale" -> new StaleException("\"7\"");
            case "unavailable" -> new ConnectionException(new IllegalStateException("secret host"));
            case "overflow" -> throw new StackOverflowError();
            default -> new IllegalStateException("secret detail");
        };
    }

    @GET
    @Path("/pages")
    @Operation(hidden = true)
    public Page<String> list(@BeanParam PageRequest request) {
        return request.page(List.of("a", "b", "c").subList(0, Math.min(3, request.limit() + 1)), item -> item);
    }

    @GET
    @Path("/numbers/{number}")
    @Operation(hidden = true)
    public int number(@PathParam("number") int number) {
        return number;
    }
}
