package dev.keyline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsolePagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static Vertx vertx;
    private static HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        new ConsolePages().route(router);
        router.get("/").handler(context -> context.end("the page"));
        router.get("/accounts/:id").handler(context -> context.end("the account"));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_browser_gets_the_page_and_a_program_the_account() throws Exception {
        assertThat(get("/accounts/7", BROWSER).body()).isEqualTo("the page");
        assertThat(get("/accounts/7", "application/json").body()).isEqualTo("the account");
        assertThat(get("/accounts/7", "*/*").body()).isEqualTo("the account");
        assertThat(get("/accounts/7", "application/json, text/html;q=0.5").body())
                .isEqualTo("the account");
    }

    @Test
    void caches_are_told_that_the_two_differ() throws Exception {
        assertThat(get("/accounts/7", BROWSER).headers().allValues("vary")).contains("accept");
        assertThat(get("/accounts/7", "application/json").headers().allValues("vary"))
                .contains("accept");
    }

    @Test
    void an_address_that_is_no_page_stays_unknown_to_a_browser_too() throws Exception {
        assertThat(get("/nothing/here", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get("/accounts/7/contracts", BROWSER).statusCode()).isEqualTo(404);
    }

    @Test
    void every_route_of_the_page_is_served() throws Exception {
        String routes = Files.readString(Path.of("src/main/webui/src/App.tsx"));
        assertThat(Pattern.compile("<Route path=\"([^*\"]+)\"")
                        .matcher(routes)
                        .results()
                        .map((MatchResult route) -> "/" + route.group(1)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ConsolePages.PATHS);
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }
}
