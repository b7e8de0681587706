package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.access.Role;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.Product;
import dev.keyline.portfolio.ProductStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products", description = "What we sell; what an account has of it are its entitlements.")
class ProductsResource {
    /** The body of PUT, for the published contract. */
    record ProductToPut(
            @Schema(description = "What it is called.") String name,

            @Schema(description = "What it belongs to with others.", nullable = true) @Nullable
            String family) {}

    private final Portfolio portfolio;

    @Inject
    ProductsResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listProducts", summary = "Products by id")
    public Page<Product> list(@BeanParam PageRequest page) {
        String after = page.after(String.class).orElse(null);
        return page.page(portfolio.read(handle -> ProductStore.page(handle, after, page.limit() + 1)), Product::id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getProduct", summary = "A product")
    public Product get(@PathParam("id") String id) {
        return portfolio
                .read(handle -> ProductStore.find(handle, id))
                .orElseThrow(() -> new NotFoundException("product", id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "putProduct",
            summary = "Make or replace a product",
            description = "Accounts are decided on it with the next review.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProductToPut.class)), required = true)
    @APIResponseSchema(value = Product.class, responseCode = "201", responseDescription = "New.")
    public Response put(@PathParam("id") String id, JsonNode body) {
        // every account has the number of products among its facts
        boolean isNew = portfolio.<Boolean>changeInBulk(change -> {
            WriteChecks checks = new WriteChecks();
            PlacedRow product = checks.row(body, "", Entity.PRODUCT, Map.of("id", id), List.of());
            Entity.PRODUCT.keys().get(0).refusal(id).ifPresent(refusal -> checks.refuse("id", refusal));
            checks.refuseIfAny();
            return checks.write(change, Entity.PRODUCT, List.of(product)).inserted() == 1;
        });
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(get(id))
                .build();
    }
}
