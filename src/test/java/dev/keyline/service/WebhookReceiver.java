package dev.keyline.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Somebody else's system that is told by webhook. It can refuse for a while, as such systems do. */
final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentLinkedQueue<JsonNode> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean refusing;

    WebhookReceiver() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean refused = refusing;
            if (!refused) {
                taken.add(mapper.readTree(body));
            }
            exchange.sendResponseHeaders(refused ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void refuse(boolean now) {
        refusing = now;
    }

    /** How often each notification was taken, by its id. */
    Map<String, Long> timesById() {
        return taken.stream()
                .collect(Collectors.groupingBy(event -> event.get("id").asText(), Collectors.counting()));
    }

    /** Of a subject, what kinds of notification were taken, each as often as there were different ones. */
    List<String> typesAbout(String subject) {
        return taken.stream()
                .filter(event -> event.get("subject").asText().equals(subject))
                .collect(Collectors.toMap(event -> event.get("id").asText(), event -> event, (a, b) -> a))
                .values()
                .stream()
                .map(event -> event.get("type").asText().replace("dev.keyline.", ""))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
