package dev.keyline.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Gives a browser the console at the console's addresses. Some of them are addresses of the API as well: a page and
 * the JSON behind it are two representations of one thing, told apart by {@code Accept}. An address that is neither
 * stays a 404, which a catch-all for the page's router would hide from the API's callers.
 */
@ApplicationScoped
class ConsolePages {
    /** The console's routes beside {@code /}, which is a file; as in App.tsx. */
    static final List<String> PATHS = List.of("/accounts/:id");

    /** Before every other handler: nothing has to be decided about a request for a public page. */
    private static final int FIRST = Integer.MIN_VALUE;

    void route(@Observes Router router) {
        // said here for all pages: a reroute forgets the headers set before it
        router.route("/").order(FIRST).handler(context -> {
            context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            context.next();
        });
        for (String path : PATHS) {
            router.route(path)
                    .order(FIRST)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .handler(ConsolePages::answer);
        }
    }

    private static void answer(RoutingContext context) {
        if (prefersHtml(context)) {
            context.reroute("/");
            return;
        }
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        context.next();
    }

    /** Browsers name HTML when somebody opens an address; a program that accepts anything means the API. */
    private static boolean prefersHtml(RoutingContext context) {
        return context.parsedHeaders().accept().stream()
                .map(type -> type.component() + "/" + type.subComponent())
                .filter(type -> type.equals("text/html") || type.equals("application/json"))
                .findFirst()
                .filter("text/html"::equals)
                .isPresent();
    }
}
