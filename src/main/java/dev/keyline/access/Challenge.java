package dev.keyline.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Answers a call without credentials with 401. It authenticates nobody; it stands before the mechanisms that do, because
 * the provider's would send every call of a page or a program to its sign-in form instead.
 */
@Singleton
class Challenge implements HttpAuthenticationMechanism {
    /** The one address where a browser is sent to the identity provider. */
    static final String SIGN_IN = "/session/sign-in";

    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final DemoUsers demoUsers;

    @Inject
    Challenge(DemoUsers demoUsers) {
        this.demoUsers = demoUsers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (!demoUsers.exist() && context.normalizedPath().equals(SIGN_IN)) {
            return Uni.createFrom().nullItem();
        }
        if (context.request().headers().contains("Sec-Fetch-Mode")) {
            // a browser would open its own password window over the page
            return Uni.createFrom().item(new ChallengeData(401, null, null));
        }
        String scheme = demoUsers.exist() ? "Basic realm=\"Keyline\", charset=\"UTF-8\"" : "Bearer";
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", scheme));
    }

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }
}
