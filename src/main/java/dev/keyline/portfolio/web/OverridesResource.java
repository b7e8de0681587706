package dev.keyline.portfolio.web;

import dev.keyline.access.Role;
import dev.keyline.http.Idempotency;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.portfolio.AccountOverride;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.OverrideToSet;
import dev.keyline.portfolio.Overrides;
import dev.keyline.portfolio.Portfolio;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/accounts/{id}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Overrides",
        description = "What people decide by hand, with a reason and until a day: it wins over a policy.")
class OverridesResource {
    /** Why an override is withdrawn. */
    @Schema(description = "Why it is withdrawn.")
    record Withdrawal(
            @Schema(description = "Why.") @Nullable String reason) {}

    private final Portfolio portfolio;
    private final Overrides overrides;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    OverridesResource(Portfolio portfolio, Overrides overrides, Idempotency idempotency, SecurityIdentity caller) {
        this.portfolio = portfolio;
        this.overrides = overrides;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listOverrides",
            summary = "All overrides of an account, newest first",
            description =
                    "Those that act today have `acting` true; the others have expired, or were withdrawn or replaced.")
    public Page<AccountOverride> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        return portfolio.<Page<AccountOverride>>read(handle -> {
            if (AccountStore.find(handle, id).isEmpty()) {
                throw new NotFoundException("account", id);
            }
            return overrides.list(handle, id, page);
        });
    }

    @GET
    @Path("/{override}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getOverride", summary = "An override")
    public AccountOverride get(@PathParam("id") String id, @PathParam("override") UUID override) {
        return portfolio.<AccountOverride>read(handle -> overrides.get(handle, id, override));
    }

    @POST
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "setOverride",
            summary = "Decide by hand",
            description =
                    "It acts at once, and the account is decided anew. One that acts already for the same thing is replaced: it stays in the list as withdrawn. What reviews have recorded stays as it is.")
    @APIResponseSchema(value = AccountOverride.class, responseCode = "201", responseDescription = "It acts.")
    public Response set(
            @PathParam("id") String id, @HeaderParam(Idempotency.HEADER) @Nullable String key, OverrideToSet body) {
        String path = "/accounts/" + id + "/overrides/";
        return portfolio.<Response>change(change -> {
            Idempotency.Recorded recorded = idempotency.once(
                    change.handle(),
                    name(),
                    key,
                    List.of(path, body),
                    work -> path + overrides.set(change, id, body, name()));
            return recorded.answer()
                    .entity(overrides.get(
                            change.handle(),
                            id,
                            UUID.fromString(recorded.resource().substring(path.length()))))
                    .build();
        });
    }

    @POST
    @Path("/{override}/withdraw")
    @RolesAllowed(Role.MANAGER)
    @Operation(
            operationId = "withdrawOverride",
            summary = "Let the policy decide again",
            description = "From today on it no longer acts, and the account is decided anew.")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    @APIResponse(responseCode = "409", description = "It has expired, or is withdrawn already.")
    public AccountOverride withdraw(
            @PathParam("id") String id,
            @PathParam("override") UUID override,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            Withdrawal body) {
        return portfolio.<AccountOverride>change(change -> {
            idempotency.once(change.handle(), name(), key, List.of("withdraw", id, override, body), work -> {
                overrides.withdraw(change, id, override, body.reason(), name());
                return "/accounts/" + id + "/overrides/" + override;
            });
            return overrides.get(change.handle(), id, override);
        });
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
