package dev.keyline.proposal.web;

import dev.keyline.http.Idempotency;
import dev.keyline.proposal.Proposals;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
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

    Response propose(
            String caller,
            @Nullable String key,
            List<Proposals.DraftOf> drafts,
            @Nullable String message,
            @Nullable Instant from) {
        Idempotency.Recorded recorded = jdbi.inTransaction(handle -> idempotency.once(
                handle,
                caller,
                key,
                Arrays.asList("propose", drafts, message, from),
                once -> PATH + proposals.propose(once, drafts, message, from, caller)));
        UUID id = UUID.fromString(recorded.resource().substring(PATH.length()));
        return recorded.answer().entity(proposals.get(id)).build();
    }
}
