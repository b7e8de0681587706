package dev.keyline.impact.web;

import dev.keyline.http.Idempotency;
import dev.keyline.impact.Impact;
import dev.keyline.impact.Impacts;
import dev.keyline.impact.RehearsedPolicy;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts what a request asks for. */
@RequestScoped
class ImpactRequests {
    private static final String PATH = "/impacts/";

    private final Jdbi jdbi;
    private final Impacts impacts;
    private final Policies policies;
    private final Drafts drafts;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    @Inject
    ImpactRequests(
            Jdbi jdbi,
            Impacts impacts,
            Policies policies,
            Drafts drafts,
            Idempotency idempotency,
            SecurityIdentity caller) {
        this.jdbi = jdbi;
        this.impacts = impacts;
        this.policies = policies;
        this.drafts = drafts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    Response start(AskedImpact asked, @Nullable String key) {
        String name = caller.getPrincipal().getName();
        List<RehearsedPolicy.Text> texts =
                asked.named(name).stream().map(this::text).toList();
        impacts.require(texts);
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle,
                name,
                key,
                List.of("impact", asked),
                work -> PATH + impacts.submit(work, texts, asked.scopeOrPortfolio(), asked.replanOrNot(), name)));
        impacts.begin();
        Impact impact = impacts.get(UUID.fromString(recorded.resource().substring(PATH.length())));
        return Response.accepted(impact)
                .location(URI.create(recorded.resource()))
                .build();
    }

    private RehearsedPolicy.Text text(RehearsedPolicy named) {
        Integer number = named.version();
        if (number == null) {
            return RehearsedPolicy.Text.of(
                    named,
                    drafts.get(named.policy(), String.valueOf(named.author())).text());
        }
        return RehearsedPolicy.Text.of(
                named, policies.version(named.policy(), number).asText());
    }
}
