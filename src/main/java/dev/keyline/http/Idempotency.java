package dev.keyline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller repeat a POST that records, without recording twice. The key's row is written in the transaction that
 * does the work: of two at once the second waits for the first to commit, and a failed first leaves nothing behind.
 */
@Singleton
public class Idempotency {
    /** The request header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    /** How long a key is remembered; a client's retries end long before. */
    static final Duration MEMORY = Duration.ofDays(7);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Clock clock;
    private final ObjectMapper canonical;

    @Inject
    Idempotency(Clock clock, ObjectMapper mapper) {
        this.clock = clock;
        this.canonical = mapper.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * What the work made, now or the first time.
     *
     * @param resource its path
     * @param repeated whether an earlier call made it
     */
    public record Recorded(String resource, boolean repeated) {
        /** 201 with {@code Location} for the first call, 200 with the same {@code Location} for a repetition. */
        public Response.ResponseBuilder answer() {
            return Response.status(repeated ? Response.Status.OK : Response.Status.CREATED)
                    .location(URI.create(resource));
        }
    }

    /**
     * Does the work unless this caller did it before under the same key.
     *
     * @param handle in a transaction, which the work is part of
     * @param caller whose key it is: two callers may use the same
     * @param key the header, null to do the work in any case
     * @param request everything the outcome depends on, operation included: what a repetition must have in common
     * @param work answers the path of what it made
     * @throws BadInputException naming the header
     * @throws Refusal 422, when the key was used with another request
     */
    public Recorded once(
            Handle handle, String caller, @Nullable String key, Object request, Function<Handle, String> work) {
        if (key == null) {
            return new Recorded(work.apply(handle), false);
        }
        if (!KEY.matcher(key).matches()) {
            throw new BadInputException(HEADER, "must be 1 to 200 printable ASCII characters without spaces");
        }
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("a key outside the work's transaction protects nothing");
        }
        Instant now = clock.instant();
        forgetOld(handle, now);
        String hash = hash(request);
        if (!claim(handle, caller, key, hash, now)) {
            return new Recorded(earlier(handle, caller, key, hash), true);
        }
        String resource = work.apply(handle);
        remember(handle, caller, key, resource);
        return new Recorded(resource, false);
    }

    /** Waits while another transaction holds the same key; false when that one committed. */
    private static boolean claim(Handle handle, String caller, String key, String hash, Instant now) {
        return handle.createUpdate("""
                                insert into idempotent_answer (caller, key, request_hash, resource, created_at)
                                values (:caller, :key, :hash, '', :now)
                                on conflict do nothing
                                """)
                        .bind("caller", caller)
                        .bind("key", key)
                        .bind("hash", hash)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private static void remember(Handle handle, String caller, String key, String resource) {
        int updated = handle.createUpdate(
                        "update idempotent_answer set resource = :resource where caller = :caller and key = :key")
                .bind("resource", resource)
                .bind("caller", caller)
                .bind("key", key)
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("the key just claimed is gone: " + key);
        }
    }

    record Earlier(String requestHash, String resource) {}

    private static String earlier(Handle handle, String caller, String key, String hash) {
        Earlier earlier = handle.createQuery("""
                        select request_hash, resource from idempotent_answer
                        where caller = :caller and key = :key
                        """)
                .bind("caller", caller)
                .bind("key", key)
                .map((row, context) -> new Earlier(row.getString("request_hash"), row.getString("resource")))
                .one();
        if (!earlier.requestHash().equals(hash)) {
            throw new KeyReusedException(key);
        }
        return earlier.resource();
    }

    /** A few at a time, so that the table stays small without anybody waiting for it. */
    private static void forgetOld(Handle handle, Instant now) {
        handle.createUpdate("""
                        delete from idempotent_answer where (caller, key) in (
                          select caller, key from idempotent_answer where created_at < :limit
                          limit 10 for update skip locked)
                        """)
                .bind("limit", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                .execute();
    }

    private String hash(Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] json = canonical.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request must be JSON: " + request.getClass(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
