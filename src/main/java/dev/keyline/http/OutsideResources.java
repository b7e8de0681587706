package dev.keyline.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems for requests that no resource ever sees: an address nothing serves, a body over the limit. */
@ApplicationScoped
public class OutsideResources {
    private static final int BEFORE_BODIES_ARE_READ = -1_000_000;

    private final long maxBodyBytes;

    @Inject
    OutsideResources(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.maxBodyBytes = maxBodySize.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_BODIES_ARE_READ).handler(this::requireFit);
        router.route().order(Integer.MAX_VALUE).handler(request -> answer(request, ProblemType.NOT_FOUND));
        router.route().order(Integer.MIN_VALUE).failureHandler(OutsideResources::failed);
    }

    /** By the announced length; what is announced too small is cut off by the server itself. */
    private void requireFit(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() < 19 && Long.parseLong(length) > maxBodyBytes) {
            // the caller would go on sending what nobody reads
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.addEndHandler(answered -> request.request().connection().close());
            answer(request, ProblemType.TOO_LARGE);
        } else {
            request.next();
        }
    }

    private static void failed(RoutingContext request) {
        if (request.response().headWritten() || request.failure() != null || request.statusCode() < 400) {
            request.next();
        } else {
            ProblemType.ofStatus(request.statusCode()).ifPresentOrElse(type -> answer(request, type), request::next);
        }
    }

    /** Ends the request with the problem. */
    public static void answer(RoutingContext request, ProblemType type) {
        answer(request, type, type.meaning());
    }

    /** Ends the request with the problem and words of its own. */
    public static void answer(RoutingContext request, ProblemType type, String detail) {
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("detail", detail)
                        .put("instance", request.normalizedPath())
                        .encode());
    }
}
