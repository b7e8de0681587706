package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.access.Role;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.Person;
import dev.keyline.portfolio.PersonStore;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Written;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Account managers and executives.")
class PeopleResource {
    private static final List<String> KINDS = List.of("account-manager", "executive");

    private final Portfolio portfolio;

    @Inject
    PeopleResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listPeople", summary = "People by name")
    public Page<Person> list(
            @BeanParam PageRequest page,
            @Parameter(description = "account-manager or executive; absent: both.") @QueryParam("kind") @Nullable
                    String kind) {
        if (kind != null && !KINDS.contains(kind)) {
            throw new BadInputException("kind", "must be one of " + String.join(", ", KINDS));
        }
        return page.page(
                portfolio.read(handle ->
                        PersonStore.page(handle, page.after(PersonStore.Place.class), kind, page.limit() + 1)),
                person -> new PersonStore.Place(person.name(), person.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getPerson", summary = "A person and the days they are away")
    @APIResponseSchema(
            value = PersonDocument.class,
            responseCode = "200",
            responseDescription = "The person; ETag names the state.")
    public Response get(@PathParam("id") String id) {
        return answer(Response.Status.OK, id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "putPerson",
            summary = "Make or replace a person",
            description =
                    "A field that is left out is emptied or takes its default; leave is replaced when it is there.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonToPut.class)), required = true)
    @APIResponseSchema(value = PersonDocument.class, responseCode = "201", responseDescription = "New.")
    public Response put(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        boolean isNew = portfolio.<Boolean>change(change -> apply(change, id, ifMatch, body));
        return answer(isNew ? Response.Status.CREATED : Response.Status.OK, id);
    }

    private static boolean apply(PortfolioChange change, String id, @Nullable String ifMatch, JsonNode body) {
        Optional<Person> present = PersonStore.lock(change.handle(), id);
        Tags.check(ifMatch, present.map(PersonDocument::version));
        WriteChecks checks = new WriteChecks();
        PlacedRow person = checks.row(body, "", Entity.PERSON, Map.of("id", id), List.of("leave"));
        Entity.PERSON.keys().get(0).refusal(id).ifPresent(refusal -> checks.refuse("id", refusal));
        checks.references(change.handle(), Entity.PERSON, List.of(person), Set.of());
        if (Known.wouldCircle(
                change.handle(), Entity.PERSON, id, (String) person.row().get("line_manager_id"))) {
            checks.refuse("/lineManagerId", "reports to " + id + " in the end");
        }
        List<PlacedRow> leave = checks.rows(body, "leave", Entity.LEAVE, Map.of("person_id", id));
        checks.refuseIfAny();
        boolean isNew = checks.write(change, Entity.PERSON, List.of(person)).inserted() == 1;
        if (body.hasNonNull("leave")) {
            List<LocalDate> kept = leave.stream()
                    .map(placed -> (LocalDate) placed.row().get("from_day"))
                    .toList();
            int removed = PersonStore.removeOtherLeave(change.handle(), id, kept);
            Written written = checks.write(change, Entity.LEAVE, leave);
            if (removed > 0 || written.changed()) {
                PersonStore.touch(change.handle(), id);
            }
        }
        return isNew;
    }

    private Response answer(Response.Status status, String id) {
        return portfolio.<Response>read(handle -> {
            Person person = PersonStore.find(handle, id).orElseThrow(() -> new NotFoundException("person", id));
            return Response.status(status)
                    .entity(new PersonDocument(person, PersonStore.leave(handle, id)))
                    .tag(Versions.tag(PersonDocument.version(person)))
                    .build();
        });
    }
}
