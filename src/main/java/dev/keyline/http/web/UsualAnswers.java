package dev.keyline.http.web;

import dev.keyline.http.Idempotency;
import dev.keyline.http.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** What an operation answers because of what it takes. What its resource says of the same status goes before. */
final class UsualAnswers {
    private static final String DONE = "200";
    private static final String MADE = "201";
    private static final String NOT_FOUND = "404";
    private static final String FIRST_PROBLEM = "400";
    private static final Set<String> UNDESCRIBED = Set.of("OK", "Created", "Accepted");

    private final PathWords path;
    private final HttpMethod method;
    private final Operation operation;
    private final APIResponses answers;

    UsualAnswers(PathWords path, HttpMethod method, Operation operation) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.answers = operation.getResponses();
    }

    /** Adds the problems that follow from the operation, and says of each that its resource describes what it looks like. */
    void addProblems() {
        answers.getAPIResponses().forEach((status, answer) -> {
            if (status.compareTo(FIRST_PROBLEM) >= 0 && answer.getRef() == null) {
                answer.setContent(DescribedProblems.content());
            }
        });
        add(ProblemType.BAD_INPUT);
        add(ProblemType.INTERNAL);
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!open) {
            add(ProblemType.NOT_SIGNED_IN);
            add(ProblemType.FORBIDDEN);
        }
        if (path.hasId() && !makesWhatItNames(method, operation)) {
            add(
                    NOT_FOUND,
                    OASFactory.createAPIResponse().description(path.noneSuch()).content(DescribedProblems.content()));
        }
        header(HttpHeaders.IF_MATCH).ifPresent(ifMatch -> {
            add(ProblemType.STALE);
            if (Boolean.TRUE.equals(ifMatch.getRequired())) {
                add(ProblemType.PRECONDITION_REQUIRED);
            }
        });
        if (header(Idempotency.HEADER).isPresent()) {
            add(ProblemType.KEY_REUSED);
        }
    }

    static boolean makesWhatItNames(HttpMethod method, Operation operation) {
        return method == HttpMethod.PUT && operation.getResponses().hasAPIResponse(MADE);
    }

    /** What makes something answers in the same way when it is there already: by an earlier request, or to be replaced. */
    void addRepetition() {
        APIResponse made = answers.getAPIResponse(MADE);
        if (made == null) {
            return;
        }
        if (method == HttpMethod.PUT) {
            add(DONE, OASFactory.createAPIResponse().description("Replaced."));
        } else if (header(Idempotency.HEADER).isPresent()) {
            add(
                    DONE,
                    OASFactory.createAPIResponse()
                            .description("Done before, under the same `" + Idempotency.HEADER + "`."));
        }
        APIResponse done = answers.getAPIResponse(DONE);
        if (done != null && isEmpty(done)) {
            done.setContent(made.getContent());
        } else if (done != null && isEmpty(made)) {
            made.setContent(done.getContent());
        }
    }

    private static boolean isEmpty(APIResponse answer) {
        return answer.getContent() == null
                || answer.getContent().getMediaTypes() == null
                || answer.getContent().getMediaTypes().isEmpty();
    }

    /** An answer that nobody describes is what its schema says that it is. */
    void describe(Map<String, Schema> schemas) {
        for (APIResponse answer : answers.getAPIResponses().values()) {
            if (UNDESCRIBED.contains(String.valueOf(answer.getDescription())) && !isEmpty(answer)) {
                answer.getContent().getMediaTypes().values().stream()
                        .map(type -> type.getSchema() == null
                                ? null
                                : type.getSchema().getRef())
                        .filter(Objects::nonNull)
                        .map(ref -> description(schemas.get(ref.substring(ref.lastIndexOf('/') + 1))))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(answer::setDescription);
            }
        }
    }

    private static @Nullable String description(@Nullable Schema schema) {
        if (schema == null) {
            return null;
        }
        boolean isPage =
                schema.getProperties() != null && schema.getProperties().containsKey("nextCursor");
        return isPage ? "A stretch of the list; `nextCursor` says where more follow." : schema.getDescription();
    }

    private Optional<Parameter> header(String name) {
        return UsualParameters.of(operation).stream()
                .filter(parameter -> UsualParameters.isHeader(parameter, name))
                .findFirst();
    }

    private void add(ProblemType type) {
        add(Integer.toString(type.status()), DescribedProblems.reference(type));
    }

    private void add(String status, APIResponse answer) {
        if (!answers.hasAPIResponse(status)) {
            answers.addAPIResponse(status, answer);
        }
    }
}
