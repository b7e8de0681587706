package dev.keyline.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The users of a service without an identity provider: one for each role and named after it, with one password for
 * all. They exist for callers on this machine only.
 */
@Singleton
final class DemoUsers {
    /** After everything else has started, so that the password is the last thing on the screen. */
    private static final int LAST = 1_000_000;

    private static final Logger LOG = Logger.getLogger(DemoUsers.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
    private static final int LENGTH = 20; // 99 bits

    private final boolean exist;
    private final Optional<String> generated;
    private final byte[] salt = new byte[16];
    private final byte[] hash;
    private final WrongPasswords wrongPasswords;

    @Inject
    DemoUsers(
            @ConfigProperty(name = SignInDefaults.PROVIDER_IN_USE) boolean provider,
            @ConfigProperty(name = "keyline.demo.password") Optional<String> configured,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        exist = !provider;
        generated = configured.isPresent() ? Optional.empty() : Optional.of(password(random));
        hash = hash(configured.or(() -> generated).orElseThrow().toCharArray());
        wrongPasswords = new WrongPasswords(clock);
    }

    void announce(@Observes @Priority(LAST) StartupEvent event) {
        if (exist) {
            LOG.infof(
                    "No identity provider is configured: sign in from this machine as %s, password %s",
                    String.join(", ", Role.ALL), generated.orElse("as set by keyline.demo.password"));
        }
    }

    /** Whether there are any: not where an identity provider is configured. */
    boolean exist() {
        return exist;
    }

    boolean has(String name) {
        return exist && Role.ALL.contains(name);
    }

    /**
     * Whether that is the user's password.
     *
     * @throws ThrottledException after too many wrong ones
     */
    boolean accept(String name, char[] password) {
        return has(name) && wrongPasswords.judge(name, () -> MessageDigest.isEqual(hash, hash(password)));
    }

    /** One round is enough: the password is random, and neither salt nor hash leaves this process. */
    private byte[] hash(char[] password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String password(SecureRandom random) {
        return random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
