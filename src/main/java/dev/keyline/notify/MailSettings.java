package dev.keyline.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server; see src/docs/notifications.md. */
@ConfigMapping(prefix = "keyline.mail")
interface MailSettings {
    /** Empty: no mail is sent, and nothing for it is loaded. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    Optional<String> username();

    Optional<String> password();

    /** The sender's address. */
    @WithDefault("keyline@localhost")
    String from();

    @WithDefault("starttls")
    Tls tls();

    /** How the connection is kept private. */
    enum Tls {
        /** Not at all. */
        NONE,
        /** By STARTTLS, without which nothing is sent. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }
}
