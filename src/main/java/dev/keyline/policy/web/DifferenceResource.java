package dev.keyline.policy.web;

import dev.keyline.access.Role;
import dev.keyline.http.ConflictException;
import dev.keyline.policy.DraftMerges;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/policies/{policy}/difference")
@Tag(name = "Drafts")
class DifferenceResource {
    private final ChosenTexts texts;

    @Inject
    DifferenceResource(ChosenTexts texts) {
        this.texts = texts;
    }

    @GET
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(operationId = "getDifference", summary = "What changed between two texts of a policy, in words and rows")
    @APIResponse(responseCode = "200", description = "The difference in rows and words.")
    @APIResponse(responseCode = "404", description = "There is no such version, or you have no draft.")
    @APIResponse(responseCode = "422", description = "A draft that is no model.")
    public DifferenceView difference(@BeanParam TwoTexts asked) {
        ChosenTexts.Pair chosen = texts.of(asked);
        return DifferenceView.of(chosen.from(), chosen.to(), DraftMerges.between(chosen.before(), chosen.after()));
    }

    @GET
    @Path("/meaning")
    @RolesAllowed({Role.ANALYST, Role.APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "getMeaningDifference",
            summary = "On which inputs two texts of a policy answer differently",
            description =
                    "One concrete case for each region of inputs, or the statement that there is none. Exact for tables of comparisons, ranges, lists, equality and negation; where a model uses more, it says so.")
    @APIResponse(responseCode = "200", description = "Where the two answer differently, or that they nowhere do.")
    @APIResponse(responseCode = "404", description = "There is no such version, or you have no draft.")
    @APIResponse(responseCode = "409", description = "The policy is no model, so it has no tables to compare.")
    public MeaningView meaning(@BeanParam TwoTexts asked) {
        ChosenTexts.Pair chosen = texts.of(asked);
        if (!chosen.after().path().endsWith(".dmn")) {
            throw new ConflictException(asked.policy + " is no model: it has no tables to compare.");
        }
        return MeaningView.of(
                chosen.from(), chosen.to(), DraftMerges.meaning(chosen.before(), chosen.after(), texts.vocabulary()));
    }
}
