package dev.keyline.accountplan;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code plan_proposal_answer}. */
final class ProposalAnswerStore {
    /** Where an answer stands in the list. */
    record Place(Instant answeredAt, UUID proposalId) {}

    private ProposalAnswerStore() {}

    static void insert(Handle handle, String account, ProposalAnswer answer) {
        int inserted = handle.createUpdate("""
                        insert into plan_proposal_answer (account_id, proposal_id, answer, reason, section, entry_id,
                          statement, cause, decision_id, policy, answered_at, answered_by)
                        values (:account, :proposalId, :answer, :reason, :section, :entryId,
                          :statement, :cause, :decisionId, :policy, :answeredAt, :answeredBy)
                        """)
                .bind("account", account)
                .bindMethods(answer)
                .execute();
        if (inserted != 1) {
            throw new IllegalStateException("the answer to " + answer.proposalId() + " was not written");
        }
    }

    static Optional<ProposalAnswer> find(Handle handle, String account, UUID proposal) {
        return handle.createQuery(
                        "select * from plan_proposal_answer where account_id = :account and proposal_id = :proposal")
                .bind("account", account)
                .bind("proposal", proposal)
                .map(ConstructorMapper.of(ProposalAnswer.class))
                .findOne();
    }

    static Set<UUID> answered(Handle handle, String account) {
        return new HashSet<>(
                handle.createQuery("select proposal_id from plan_proposal_answer where account_id = :account")
                        .bind("account", account)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Newest first, from after a place. */
    static List<ProposalAnswer> list(Handle handle, String account, @Nullable Place after, int limit) {
        return handle.createQuery("""
                        select * from plan_proposal_answer
                        where account_id = :account
                          and (cast(:at as timestamptz) is null or answered_at < :at
                               or answered_at = :at and proposal_id > cast(:id as uuid))
                        order by answered_at desc, proposal_id limit :limit
                        """)
                .bind("account", account)
                .bind("at", after == null ? null : after.answeredAt())
                .bind("id", after == null ? null : after.proposalId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(ProposalAnswer.class))
                .list();
    }
}
