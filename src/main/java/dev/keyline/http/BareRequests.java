package dev.keyline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets a request without a body leave its content type out, as {@code curl -X POST} does. */
@Singleton
class BareRequests {
    private static final int BEFORE_ROUTES = 50;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (isBare(context.request())) {
                        context.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
                    }
                    context.next();
                },
                BEFORE_ROUTES);
    }

    private static boolean isBare(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (request.method().equals(HttpMethod.POST) || request.method().equals(HttpMethod.PUT))
                && request.getHeader(HttpHeaders.CONTENT_TYPE) == null
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                && (length == null || length.equals("0"));
    }
}
