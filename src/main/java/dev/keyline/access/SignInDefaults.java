package dev.keyline.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns OpenID Connect on when an identity provider's address is configured, and nothing else has to be. Any place that
 * sets these properties itself wins.
 */
public final class SignInDefaults implements ConfigSourceFactory {
    /** Whether an identity provider knows the users; the demo users exist only when it does not. */
    static final String PROVIDER_IN_USE = "quarkus.oidc.tenant-enabled";

    private static final String PROVIDER = "quarkus.oidc.auth-server-url";
    private static final String CLIENT = "quarkus.oidc.client-id";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final int ORDINAL = 60; // below application.properties (250)

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> defaults = new HashMap<>();
        defaults.put(PROVIDER_IN_USE, Boolean.toString(isSet(context, PROVIDER)));
        if (isSet(context, CLIENT)) {
            // a token made for another service of the same provider is not for us
            defaults.put(AUDIENCE, context.getValue(CLIENT).getValue());
        }
        return List.of(new PropertiesConfigSource(defaults, "keyline sign-in defaults", ORDINAL), new SessionKey());
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static boolean isSet(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }

    /**
     * A random key for session cookies: sessions end with the process, as the demo users' password does. Quarkus would
     * make one up too, and write it into the log. It is found by name and not listed, because what is listed while the
     * service is built becomes part of the artifact.
     */
    private static final class SessionKey implements ConfigSource {
        private static final String NAME = "quarkus.http.auth.session.encryption-key";
        private static final String KEY = random();

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public @Nullable String getValue(String name) {
            return NAME.equals(name) ? KEY : null;
        }

        @Override
        public String getName() {
            return "keyline session key";
        }

        @Override
        public int getOrdinal() {
            return ORDINAL;
        }

        private static String random() {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        }
    }
}
