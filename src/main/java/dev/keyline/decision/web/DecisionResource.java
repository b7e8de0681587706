package dev.keyline.decision.web;

import dev.keyline.access.Role;
import dev.keyline.decision.Decision;
import dev.keyline.decision.DecisionQuery;
import dev.keyline.decision.Decisions;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "Answers of policies, recorded with the rows and rules that made them.")
class DecisionResource {
    private static final String TOGETHER = "/decisions/together/";

    private final Jdbi jdbi;
    private final Decisions decisions;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    DecisionResource(Jdbi jdbi, Decisions decisions, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.decisions = decisions;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/{policy}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "decide",
            summary = "Ask one policy",
            description =
                    "Policies whose outcomes it needs are asked first, unless their outcomes are among the facts sent.")
    @APIResponseSchema(value = Decision.class, responseCode = "201", responseDescription = "Decided and recorded.")
    @APIResponse(
            responseCode = "404",
            description =
                    "No such policy or version, or the policy is not in force as of then: `detail` says since when.")
    public Response decide(
            @PathParam("policy") String policy,
            @Parameter(description = "A version other than the one in force as of then.")
                    @QueryParam("version")
                    @Nullable
                    String version,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Nullable AskedDecision asked) {
        Integer number = version == null ? null : wholeNumber(version);
        AskedDecision request = required(asked);
        Idempotency.Recorded recorded = once(
                key,
                List.of(policy, String.valueOf(number), request),
                handle -> "/decisions/"
                        + decisions
                                .decide(handle, policy, number, request.asRequest(), name())
                                .id());
        UUID id = UUID.fromString(recorded.resource().substring("/decisions/".length()));
        return recorded.answer().entity(decisions.get(id)).build();
    }

    @POST
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER})
    @Operation(
            operationId = "decideTogether",
            summary = "Ask several policies about one thing",
            description = "All answers rest on one set of facts and versions.")
    @APIResponseSchema(
            value = DecidedTogether.class,
            responseCode = "201",
            responseDescription = "Decided and recorded.")
    public Response decideTogether(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Nullable AskedDecisions asked) {
        List<String> policies = asked == null ? null : asked.policies();
        if (asked == null || policies == null || policies.isEmpty()) {
            throw new BadInputException("/policies", "name at least one policy");
        }
        Idempotency.Recorded recorded = once(
                key,
                List.of("together", asked),
                handle -> TOGETHER
                        + decisions.decide(handle, policies, asked.asRequest(), name()).stream()
                                .map(decision -> decision.id().toString())
                                .collect(Collectors.joining(",")));
        List<Decision> decided = Arrays.stream(
                        recorded.resource().substring(TOGETHER.length()).split(",", -1))
                .map(id -> decisions.get(UUID.fromString(id)))
                .toList();
        return Response.status(recorded.repeated() ? 200 : 201)
                .entity(new DecidedTogether(decided))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getDecision", summary = "A recorded decision")
    public Decision get(@PathParam("id") UUID id) {
        return decisions.get(id);
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listDecisions", summary = "Recorded decisions, newest first")
    public Page<Decision> list(
            @Parameter(description = "Only about this account.") @QueryParam("account") @Nullable String account,
            @Parameter(description = "Only of this policy.") @QueryParam("policy") @Nullable String policy,
            @Parameter(description = "Only those that this row or rule had a part in.") @QueryParam("rule") @Nullable
                    String rule,
            @Parameter(description = "Only those of which a component has this value.", example = "Tier 1")
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @Parameter(description = "Only those of this review.") @QueryParam("review") @Nullable String review,
            @Parameter(description = "Recorded at or after this instant.") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Recorded before this instant.") @QueryParam("to") @Nullable String to,
            @BeanParam PageRequest page) {
        return decisions.list(
                new DecisionQuery(
                        account,
                        policy,
                        rule,
                        outcome,
                        parsed("from", from, Instant::parse),
                        parsed("to", to, Instant::parse),
                        parsed("review", review, UUID::fromString)),
                page);
    }

    private Idempotency.Recorded once(@Nullable String key, Object request, Function<Handle, String> work) {
        return jdbi.inTransaction(handle -> idempotency.once(handle, name(), key, request, work));
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private static AskedDecision required(@Nullable AskedDecision asked) {
        return Optional.ofNullable(asked)
                .orElseThrow(() -> new BadInputException("", "send an object with `account`, `facts` or both"));
    }

    private static Integer wholeNumber(String version) {
        Integer number = parsed("version", version, Integer::valueOf);
        if (number == null || number < 1) {
            throw new BadInputException("version", "must be a whole number from 1");
        }
        return number;
    }

    private static <T> @Nullable T parsed(String name, @Nullable String value, Function<String, T> parse) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (RuntimeException e) {
            throw new BadInputException(name, "\"" + value + "\" is not one");
        }
    }
}
