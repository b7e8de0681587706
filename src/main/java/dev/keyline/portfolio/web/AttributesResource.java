package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.access.Role;
import dev.keyline.http.ConflictException;
import dev.keyline.portfolio.AttributeDefinition;
import dev.keyline.portfolio.AttributeStore;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/attributes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attributes", description = "Custom attributes of accounts, declared before they are used.")
class AttributesResource {
    private final Portfolio portfolio;

    @Inject
    AttributesResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** The body of PUT, for the published contract. */
    record AttributeToPut(
            @Schema(description = "text, number, boolean or date.")
            String type,

            @Schema(description = "Of a number.", nullable = true) @Nullable
            String unit,

            @Schema(description = "What it means.", nullable = true) @Nullable
            String description) {}

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listAttributes", summary = "All custom attributes by name")
    public List<AttributeDefinition> list() {
        return portfolio.<List<AttributeDefinition>>read(AttributeStore::all);
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.OPERATOR})
    @Operation(
            operationId = "putAttribute",
            summary = "Declare a custom attribute",
            description = "Its type cannot change while an account has it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AttributeToPut.class)), required = true)
    @APIResponseSchema(value = AttributeDefinition.class, responseCode = "201", responseDescription = "New.")
    @APIResponse(responseCode = "409", description = "An account has it with the type it had before.")
    public Response put(
            @Parameter(description = "The attribute's name.") @PathParam("name") String name, JsonNode body) {
        boolean isNew = portfolio.<Boolean>change(change -> declare(change, name, body));
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(portfolio
                        .<Optional<AttributeDefinition>>read(handle -> AttributeStore.find(handle, name))
                        .orElseThrow())
                .build();
    }

    private static boolean declare(PortfolioChange change, String name, JsonNode body) {
        WriteChecks checks = new WriteChecks();
        PlacedRow row = checks.row(body, "", Entity.ATTRIBUTE_DEFINITION, Map.of("name", name), List.of());
        Entity.ATTRIBUTE_DEFINITION.keys().get(0).refusal(name).ifPresent(refusal -> checks.refuse("name", refusal));
        checks.refuseIfAny();
        Optional<AttributeDefinition> present = AttributeStore.find(change.handle(), name);
        if (present.isPresent()
                && !present.get().type().equals(row.row().get("type"))
                && AttributeStore.isUsed(change.handle(), name)) {
            throw new ConflictException("Accounts have the attribute " + name + " as "
                    + present.get().type() + "; its type cannot change.");
        }
        return checks.write(change, Entity.ATTRIBUTE_DEFINITION, List.of(row)).inserted() == 1;
    }
}
