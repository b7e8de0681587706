package dev.keyline.portfolio.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.access.Role;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.portfolio.AccountGroup;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.GroupRollUp;
import dev.keyline.portfolio.GroupStore;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups", description = "Customers that belong together, and what they come to together.")
class GroupsResource {
    /** A group with what it comes to. */
    record GroupDocument(
            @JsonUnwrapped AccountGroup group,

            @Schema(description = "The group and all groups below it, taken together.")
            GroupRollUp rollUp) {}

    /** The body of PUT, for the published contract. */
    record GroupToPut(
            @Schema(description = "What it is called.") String name,

            @Schema(description = "The group it is part of.", nullable = true) @Nullable
            String parentId) {}

    private final Portfolio portfolio;
    private final GroupStore groups;

    @Inject
    GroupsResource(Portfolio portfolio, GroupStore groups) {
        this.portfolio = portfolio;
        this.groups = groups;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listGroups", summary = "Groups of accounts by name")
    public Page<AccountGroup> list(@BeanParam PageRequest page) {
        GroupStore.Place after = page.after(GroupStore.Place.class).orElse(null);
        return page.page(
                portfolio.read(handle -> groups.page(handle, after, page.limit() + 1)),
                group -> new GroupStore.Place(group.name(), group.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getGroup", summary = "A group, rolled up over all groups below it")
    @APIResponseSchema(
            value = GroupDocument.class,
            responseCode = "200",
            responseDescription = "The group; ETag names the state.")
    public Response get(@PathParam("id") String id) {
        return answer(Response.Status.OK, id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(operationId = "putGroup", summary = "Make or replace a group")
    @RequestBody(content = @Content(schema = @Schema(implementation = GroupToPut.class)), required = true)
    @APIResponseSchema(value = GroupDocument.class, responseCode = "201", responseDescription = "New.")
    public Response put(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        boolean isNew = portfolio.<Boolean>change(change -> apply(change, id, ifMatch, body));
        return answer(isNew ? Response.Status.CREATED : Response.Status.OK, id);
    }

    private boolean apply(PortfolioChange change, String id, @Nullable String ifMatch, JsonNode body) {
        Optional<AccountGroup> present = groups.find(change.handle(), id);
        Tags.check(ifMatch, present.map(GroupsResource::version));
        WriteChecks checks = new WriteChecks();
        PlacedRow group = checks.row(body, "", Entity.ACCOUNT_GROUP, Map.of("id", id), List.of());
        Entity.ACCOUNT_GROUP.keys().get(0).refusal(id).ifPresent(refusal -> checks.refuse("id", refusal));
        checks.references(change.handle(), Entity.ACCOUNT_GROUP, List.of(group), Set.of());
        if (Known.wouldCircle(
                change.handle(), Entity.ACCOUNT_GROUP, id, (String) group.row().get("parent_id"))) {
            checks.refuse("/parentId", "is part of " + id + " in the end");
        }
        checks.refuseIfAny();
        return checks.write(change, Entity.ACCOUNT_GROUP, List.of(group)).inserted() == 1;
    }

    private Response answer(Response.Status status, String id) {
        return portfolio.<Response>read(handle -> {
            AccountGroup group = groups.find(handle, id).orElseThrow(() -> new NotFoundException("group", id));
            return Response.status(status)
                    .entity(new GroupDocument(group, groups.rollUp(handle, id)))
                    .tag(Versions.tag(version(group)))
                    .build();
        });
    }

    /** The moment of the last change, in microseconds. */
    private static long version(AccountGroup group) {
        return group.updatedAt().getEpochSecond() * 1_000_000
                + group.updatedAt().get(ChronoField.MICRO_OF_SECOND);
    }
}
