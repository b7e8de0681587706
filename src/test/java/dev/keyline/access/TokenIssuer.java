package dev.keyline.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small identity provider: it publishes its key, and signs tokens with it. */
public final class TokenIssuer implements QuarkusTestResourceLifecycleManager {
    static final String AUDIENCE = "keyline";

    private static final KeyPair KEY = newKey();
    private static final String KEY_ID = "1";
    private static volatile String address = "";

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            address = "http://127.0.0.1:" + started.getAddress().getPort();
            started.createContext(
                    "/.well-known/openid-configuration",
                    exchange -> answer(exchange, discovery().encode()));
            started.createContext("/keys", exchange -> answer(exchange, keys().encode()));
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.oidc.auth-server-url", address,
                "quarkus.oidc.client-id", AUDIENCE,
                "quarkus.oidc.credentials.secret", "a-secret-of-thirty-two-characters");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    static String address() {
        return address;
    }

    /** A good token, one claim of which the caller may then spoil. */
    static JwtClaimsBuilder claims(String... roles) {
        return Jwt.issuer(address)
                .subject("u-1")
                .upn("anna")
                .audience(AUDIENCE)
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofMinutes(5))
                .claim("roles", Set.copyOf(Arrays.asList(roles)));
    }

    static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(KEY.getPrivate());
    }

    /** The same key id, and somebody else's key. */
    static String forge(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(newKey().getPrivate());
    }

    private static JsonObject discovery() {
        return new JsonObject()
                .put("issuer", address)
                .put("jwks_uri", address + "/keys")
                .put("authorization_endpoint", address + "/authorize")
                .put("token_endpoint", address + "/token");
    }

    private static JsonObject keys() {
        RSAPublicKey key = (RSAPublicKey) KEY.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("use", "sig")
                                        .put("alg", "RS256")
                                        .put("kid", KEY_ID)
                                        .put("n", unsigned(key.getModulus()))
                                        .put("e", unsigned(key.getPublicExponent()))));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
