package dev.keyline.http;

import com.fasterxml.uuid.Generators;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that turns exceptions into RFC 9457 problems. Refusals speak for themselves; what the framework refuses
 * gets the catalogue's words; anything else is our fault and tells the caller nothing but an incident's id.
 */
@ApplicationScoped
class Problems implements ProblemPostProcessor {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @Override
    public HttpProblem apply(HttpProblem draft, ProblemContext context) {
        Optional<Refusal> refusal = find(context.cause, Refusal.class);
        if (refusal.isPresent()) {
            return refused(draft, refusal.get());
        }
        if (find(context.cause, ConnectionException.class).isPresent()) {
            LOG.errorf(context.cause, "no database connection at %s", context.path);
            return catalogued(draft, ProblemType.UNAVAILABLE);
        }
        if (draft.getStatusCode() >= 500 && draft.getStatusCode() != ProblemType.UNAVAILABLE.status()) {
            return incident(draft, context);
        }
        if (context.cause instanceof HttpProblem && draft.getType() != null) {
            return draft;
        }
        if (draft.getStatusCode() == Response.Status.FOUND.getStatusCode() && !context.path.endsWith("/sign-in")) {
            // an expired session at the identity provider: a call is told so, not sent to a sign-in form
            return told(draft, ProblemType.NOT_SIGNED_IN);
        }
        return ProblemType.ofStatus(draft.getStatusCode())
                .map(type -> catalogued(draft, type))
                .orElse(draft);
    }

    private static HttpProblem refused(HttpProblem draft, Refusal refusal) {
        HttpProblem.Builder problem = like(draft, refusal.type()).withDetail(refusal.getMessage());
        if (!refusal.errors().isEmpty()) {
            problem.with("errors", refusal.errors().stream().map(Entry::of).toList());
        }
        refusal.headers().forEach(problem::withHeader);
        return problem.build();
    }

    private static HttpProblem catalogued(HttpProblem draft, ProblemType type) {
        HttpProblem.Builder problem = HttpProblem.builder(told(draft, type));
        draft.getHeaders().forEach(problem::withHeader);
        return problem.build();
    }

    private static HttpProblem incident(HttpProblem draft, ProblemContext context) {
        String incident = Generators.timeBasedEpochGenerator().generate().toString();
        LOG.errorf(context.cause, "incident %s at %s", incident, context.path);
        return like(draft, ProblemType.INTERNAL)
                .withDetail("Something went wrong here. The log has it under incident " + incident + ".")
                .with("incident", incident)
                .build();
    }

    /** In the catalogue's words, never the framework's: those may name classes. */
    private static HttpProblem told(HttpProblem draft, ProblemType type) {
        return like(draft, type).withDetail(type.meaning()).build();
    }

    private static HttpProblem.Builder like(HttpProblem draft, ProblemType type) {
        return HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withInstance(draft.getInstance());
    }

    private static <E extends Throwable> Optional<E> find(@Nullable Throwable thrown, Class<E> wanted) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return Optional.of(wanted.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** One entry of {@code errors}. */
    record Entry(String pointer, String detail) {
        static Entry of(InputError error) {
            return new Entry(error.pointer(), error.message());
        }
    }
}
