package dev.keyline.access;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The caller of the present request. */
@RequestScoped
public class Session {
    /** What the caller showed. */
    public enum Kind {
        /** User and password with this very request. */
        PASSWORD,
        /** A token with this very request. */
        TOKEN,
        /** The cookie of an earlier sign-in. */
        COOKIE
    }

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final DemoUsers demoUsers;
    private final Instance<OidcSession> provided;

    @Inject
    Session(SecurityIdentity identity, RoutingContext request, DemoUsers demoUsers, Instance<OidcSession> provided) {
        this.identity = identity;
        this.request = request;
        this.demoUsers = demoUsers;
        this.provided = provided;
    }

    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Those of {@link Role#ALL} that the caller holds; a provider's other roles mean nothing here. */
    public List<String> roles() {
        return Role.ALL.stream().filter(identity::hasRole).toList();
    }

    public Kind kind() {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Kind.COOKIE;
        }
        return authorization.toLowerCase(Locale.ROOT).startsWith("basic ") ? Kind.PASSWORD : Kind.TOKEN;
    }

    /** Whether people sign in with the demo password here; if not, at the identity provider. */
    public boolean isByPassword() {
        return demoUsers.exist();
    }

    /** Takes the cookie away. Does nothing for a caller that has none. */
    public Uni<Void> end() {
        if (kind() != Kind.COOKIE) {
            return Uni.createFrom().voidItem();
        }
        if (!demoUsers.exist()) {
            return provided.get().logout();
        }
        FormAuthenticationMechanism.logout(request);
        return Uni.createFrom().voidItem();
    }
}
