package dev.keyline.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Signs demo users in: by password, and later by the cookie that a sign-in left. */
final class DemoIdentity {
    private DemoIdentity() {}

    /** HTTP Basic, and the sign-in form. */
    @Singleton
    static final class ByPassword implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
        private static final String REFUSED = "keyline.sign-in.refused";

        private final DemoUsers users;

        @Inject
        ByPassword(DemoUsers users) {
            this.users = users;
        }

        @Override
        public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
            return UsernamePasswordAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
            return Uni.createFrom().item(() -> signIn(request));
        }

        /** Quarkus may ask several times in one request; it is one attempt all the same. */
        private SecurityIdentity signIn(UsernamePasswordAuthenticationRequest request) {
            RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
            AuthenticationFailedException judged = http.get(REFUSED);
            if (judged != null) {
                throw judged;
            }
            try {
                requireLocal(request);
                return judge(request, http);
            } catch (AuthenticationFailedException e) {
                http.put(REFUSED, e);
                throw e;
            }
        }

        private SecurityIdentity judge(UsernamePasswordAuthenticationRequest request, RoutingContext http) {
            try {
                if (users.accept(request.getUsername(), request.getPassword().getPassword())) {
                    return identity(request.getUsername());
                }
            } catch (ThrottledException e) {
                e.headers().forEach(http.response()::putHeader); // the form's answer has no other place for it
                throw new AuthenticationFailedException(e);
            }
            throw new AuthenticationFailedException("unknown user or wrong password");
        }
    }

    /** The cookie: its content was encrypted by us. */
    @Singleton
    static final class ByCookie implements IdentityProvider<TrustedAuthenticationRequest> {
        private final DemoUsers users;

        @Inject
        ByCookie(DemoUsers users) {
            this.users = users;
        }

        @Override
        public Class<TrustedAuthenticationRequest> getRequestType() {
            return TrustedAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
            return Uni.createFrom().item(() -> {
                requireLocal(request);
                if (!users.has(request.getPrincipal())) {
                    throw new AuthenticationFailedException("the user no longer exists");
                }
                return identity(request.getPrincipal());
            });
        }
    }

    private static void requireLocal(AuthenticationRequest request) {
        if (!Loopback.isCallerLocal(
                HttpSecurityUtils.getRoutingContextAttribute(request).request())) {
            throw new AuthenticationFailedException("demo users sign in from this machine only");
        }
    }

    /** A demo user has the one role it is named after. */
    private static SecurityIdentity identity(String name) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(name)
                .build();
    }
}
