package dev.keyline.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request without a body leave its content type out, as {@code curl -X POST} does. */
final class BareRequests {
    @ServerRequestFilter(preMatching = true)
    void takeAsEmptyJson(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean empty = (length == null || length.equals("0"))
                && request.getHeaderString("Transfer-Encoding") == null
                && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null;
        if (empty && (request.getMethod().equals("POST") || request.getMethod().equals("PUT"))) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
