package dev.keyline.notify;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** POSTs a signed CloudEvent to a URL. */
@Singleton
final class WebhookSender implements Sender {
    private static final int GONE = 410;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final NotifySettings settings;
    private final Destinations destinations;
    private final CloudEvent cloudEvent;
    private final Clock clock;
    private @Nullable HttpClient client;

    @Inject
    WebhookSender(NotifySettings settings, Destinations destinations, CloudEvent cloudEvent, Clock clock) {
        this.settings = settings;
        this.destinations = destinations;
        this.cloudEvent = cloudEvent;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Duration longest() {
        return settings.timeout();
    }

    @Override
    public CompletionStage<Result> send(Message message) {
        URI url = URI.create(Objects.requireNonNull(message.target()));
        String refusal = refusal(url);
        if (refusal != null) {
            return CompletableFuture.completedFuture(new Result.Failed(refusal));
        }
        CompletableFuture<HttpResponse<Void>> exchange =
                client().sendAsync(request(url, message), HttpResponse.BodyHandlers.discarding());
        // the request's own timeout ends with the headers; a body may never end
        return exchange.copy()
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        exchange.cancel(true);
                    }
                })
                .thenApply(WebhookSender::result);
    }

    /** Just before sending: the JDK then connects to the addresses it has just resolved, which it keeps for 30 s. */
    private @Nullable String refusal(URI url) {
        try {
            return destinations.mayReach(url)
                    ? null
                    : url.getHost() + " is at a private address, where nothing is sent (keyline.notify.allow-private)";
        } catch (UnknownHostException e) {
            return url.getHost() + " has no address";
        }
    }

    private HttpRequest request(URI url, Message message) {
        byte[] body = cloudEvent.of(message.notification());
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header("Keyline-Id", message.notification().id().toString())
                .header("Keyline-Timestamp", timestamp)
                .header(
                        "Keyline-Signature",
                        "v1=" + Signature.of(Objects.requireNonNull(message.secret()), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Result result(HttpResponse<?> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Result.Delivered();
        }
        return status == GONE
                ? new Result.Gone("the receiver answered 410: gone for good")
                : new Result.Failed("the receiver answered " + status, retryAfter(answer));
    }

    /** Seconds; a date is not looked at. */
    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .filter(wait -> wait.compareTo(LONGEST_RETRY_AFTER) <= 0)
                .orElse(null);
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(settings.timeout())
                    // a redirect could lead where the URL itself may not
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }
}
