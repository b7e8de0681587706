package dev.keyline.access;

import dev.keyline.http.OutsideResources;
import dev.keyline.http.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Refuses changes that another site's page makes a signed-in browser send. A browser says where a request comes from
 * ({@code Sec-Fetch-Site}, {@code Origin}); anything else that uses a cookie has to send {@code X-Keyline-Csrf}, which a
 * foreign page cannot.
 */
@ApplicationScoped
class SameOrigin {
    static final String HEADER = "X-Keyline-Csrf";

    private static final int BEFORE_AUTHENTICATION = 250;
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String REFUSAL =
            "A change made with a session cookie must come from this service's own pages, or carry the header " + HEADER
                    + ".";

    void register(@Observes Filters filters) {
        filters.register(SameOrigin::check, BEFORE_AUTHENTICATION);
    }

    private static void check(RoutingContext context) {
        if (HARMLESS.contains(context.request().method()) || isOurs(context.request())) {
            context.next();
        } else {
            OutsideResources.answer(context, ProblemType.FORBIDDEN, REFUSAL);
        }
    }

    private static boolean isOurs(HttpServerRequest request) {
        // a foreign page cannot add either header without asking first, and we never allow it to
        if (request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(HEADER)) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return origin.equalsIgnoreCase(request.scheme() + "://" + request.authority());
        }
        return request.cookies().isEmpty(); // no browser, and nothing it could have been tricked with
    }
}
