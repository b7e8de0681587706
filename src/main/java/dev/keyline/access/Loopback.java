package dev.keyline.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the demo users to this machine: at start by the address that is served, and again at every sign-in. */
@Singleton
public final class Loopback {
    /** Before the database: a service that will not run has no business starting a server. */
    private static final int FIRST = 0;

    private final DemoUsers demoUsers;
    private final String host;

    @Inject
    Loopback(DemoUsers demoUsers, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.demoUsers = demoUsers;
        this.host = host;
    }

    void require(@Observes @Priority(FIRST) StartupEvent event) {
        if (demoUsers.exist() && !isLoopback(host)) {
            throw new ConfigurationException("Keyline refuses to start: quarkus.http.host is " + host
                    + ", which other machines reach, and without"
                    + " an identity provider its users are demo users. Set quarkus.oidc.auth-server-url, or leave"
                    + " quarkus.http.host at 127.0.0.1.");
        }
    }

    /** Whether the caller is on this machine, and not merely the proxy that passes a call on. */
    static boolean isCallerLocal(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote != null
                && remote.hostAddress() != null
                && isLoopback(remote.hostAddress())
                && Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP")
                        .noneMatch(header -> request.headers().contains(header));
    }

    /** Whether only this machine reaches what is served at that address. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
