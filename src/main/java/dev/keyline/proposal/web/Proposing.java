package dev.keyline.proposal.web;

import dev.keyline.http.Idempotency;
import dev.keyline.proposal.Proposals;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Puts drafts forward once for each key, and answers with the proposal. */
@Singleton
class Proposing {
    private static final String PATH = "/proposals/";

    private final Jdbi jdbi;
    private final Proposals proposals;
    private final Idempotency idempotency;

    @Inject
    Proposing(Jdbi jdbi, Proposals proposals, Idempotency idempotency) {
        this.jdbi = jdbi;
        this.proposals = proposals;
        this.idempotency = idempotency;
    }

    Response propose(String caller, @Nullable String key, Proposals.Wish wish) {
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle, caller, key, List.of("propose", wish), once -> PATH + proposals.propose(once, wish, caller)));
        if (wish.rehearse()) {
            proposals.begin();
        }
        UUID id = UUID.fromString(recorded.resource().substring(PATH.length()));
        return recorded.answer().entity(proposals.get(id)).build();
    }
}
