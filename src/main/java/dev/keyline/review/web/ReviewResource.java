package dev.keyline.review.web;

import dev.keyline.access.Role;
import dev.keyline.http.ConflictException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.review.AccountProblem;
import dev.keyline.review.OutcomeChange;
import dev.keyline.review.PolicySummary;
import dev.keyline.review.Review;
import dev.keyline.review.Reviews;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "The whole portfolio through all policies, from one snapshot of its facts.")
class ReviewResource {
    /** What to review. */
    @Schema(description = "What to review.")
    record AskedReview(
            @Schema(description = "The instant to look from. Absent: now.", nullable = true) @Nullable
            Instant asOf) {}

    private static final String PATH = "/reviews/";

    private final Jdbi jdbi;
    private final Reviews reviews;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    ReviewResource(Jdbi jdbi, Reviews reviews, Idempotency idempotency, SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.reviews = reviews;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.OPERATOR, Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "startReview",
            summary = "Review the portfolio",
            description = "Runs on its own; its outcomes come to hold when it is finished, all at once.")
    @APIResponseSchema(
            value = Review.class,
            responseCode = "202",
            responseDescription = "Under way; Location says where to look.")
    public Response start(@HeaderParam(Idempotency.HEADER) @Nullable String key, @Nullable AskedReview asked) {
        Instant asOf = asked == null ? null : asked.asOf();
        String name = caller.getPrincipal().getName();
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle,
                name,
                key,
                List.of("review", String.valueOf(asOf)),
                work -> PATH + reviews.submit(work, asOf, name)));
        reviews.begin();
        UUID id = UUID.fromString(recorded.resource().substring(PATH.length()));
        return Response.accepted(reviews.get(id))
                .location(URI.create(recorded.resource()))
                .build();
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listReviews", summary = "Reviews, newest first")
    public Page<Review> list(@BeanParam PageRequest page) {
        return reviews.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getReview", summary = "A review and how far it is")
    public Review get(@PathParam("id") UUID id) {
        return reviews.get(id);
    }

    @GET
    @Path("/{id}/summary")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "getReviewSummary",
            summary = "What each policy did to the portfolio",
            description = "How many accounts every row decided, and how the outcomes are spread.")
    public List<PolicySummary> summary(@PathParam("id") UUID id) {
        return reviews.summary(id);
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listReviewChanges",
            summary = "What has changed since the finished review before",
            description = "Empty for the first review there is.")
    public Page<OutcomeChange> changes(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return reviews.changes(id, page);
    }

    @GET
    @Path("/{id}/problems")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listReviewProblems", summary = "Accounts that some policy could not decide")
    public Page<AccountProblem> problems(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return reviews.problems(id, page);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "watchReview", summary = "The review at every change, until it ends")
    public Multi<Review> events(@PathParam("id") UUID id) {
        return reviews.events(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.MANAGER, Role.SERVICE})
    @Operation(
            operationId = "cancelReview",
            summary = "Cancel a review",
            description = "What it has decided stays recorded under its id, and never comes to hold.")
    @APIResponseSchema(value = Review.class, responseCode = "202", responseDescription = "Asked to end.")
    @APIResponse(responseCode = "409", description = "It has ended already.")
    public Response cancel(@PathParam("id") UUID id) {
        if (!reviews.cancel(id)) {
            throw new ConflictException("review " + id + " has ended already");
        }
        return Response.accepted(reviews.get(id)).build();
    }
}
