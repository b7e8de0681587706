package dev.keyline.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for requests that no resource ever sees: an address nothing serves, a body over the limit. */
@ApplicationScoped
public class OutsideResources {
    void install(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(request -> answer(request, ProblemType.NOT_FOUND));
        router.route().order(Integer.MIN_VALUE).failureHandler(OutsideResources::failed);
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
