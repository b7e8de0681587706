package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.access.Role;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.AccountSummary;
import dev.keyline.portfolio.Overrides;
import dev.keyline.portfolio.Portfolio;
import io.quarkus.security.identity.SecurityIdentity;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts", description = "What is known of accounts.")
class AccountsResource {
    private final Portfolio portfolio;
    private final Overrides overrides;
    private final SecurityIdentity caller;
    private final ObjectMapper mapper;

    @Inject
    AccountsResource(Portfolio portfolio, Overrides overrides, SecurityIdentity caller, ObjectMapper mapper) {
        this.portfolio = portfolio;
        this.overrides = overrides;
        this.caller = caller;
        this.mapper = mapper;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listAccounts", summary = "Accounts by name, with what holds for them")
    public Page<AccountSummary> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Part of a name without regard to case, or a whole id.") @QueryParam("q") @Nullable
                    String query) {
        String asked = query == null || query.isBlank() ? null : query.strip();
        return page.page(
                portfolio.read(handle ->
                        AccountStore.page(handle, page.after(AccountStore.Place.class), asked, page.limit() + 1)),
                account -> new AccountStore.Place(account.name(), account.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getAccount", summary = "An account and what is stored under it")
    @APIResponseSchema(
            value = AccountDocument.class,
            responseCode = "200",
            responseDescription = "The account; ETag names its revision.")
    public Response get(@PathParam("id") String id) {
        AccountDocument account = document(id);
        return Response.ok(account)
                .tag(Versions.tag(account.account().revision()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "putAccount",
            summary = "Make or replace an account",
            description =
                    "The account's own fields are replaced: one that is left out is emptied. Each of assignments, contacts, contracts, entitlements and opportunities is replaced when it is there, and stays as it is when it is left out; tierOverride null takes an override back.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountToPut.class)), required = true)
    @APIResponseSchema(value = AccountDocument.class, responseCode = "201", responseDescription = "New.")
    public Response put(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        boolean isNew = portfolio.<Boolean>change(change ->
                new AccountPut(id, body, overrides, caller.getPrincipal().getName()).apply(change, ifMatch));
        AccountDocument account = document(id);
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(account)
                .tag(Versions.tag(account.account().revision()))
                .build();
    }

    private AccountDocument document(String id) {
        return portfolio
                .read(handle -> AccountDocument.find(handle, id, overrides.acting(handle, id), mapper))
                .orElseThrow(() -> new NotFoundException("account", id));
    }
}
