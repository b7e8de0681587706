package dev.keyline.coverage;

import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The accounts that two finished plans give to different people. The database finds them: plans have tens of thousands. */
@Singleton
public class PlanDifferences {
    private static final String DIFFERING = """
            from (select * from plan_assignment where plan_id = :plan) one
            full join (select * from plan_assignment where plan_id = :with) other using (account_id)
            where (one.plan_id is null, one.manager_id, one.sponsor_id)
                  is distinct from (other.plan_id is null, other.manager_id, other.sponsor_id)
            """;

    private final Jdbi jdbi;
    private final Plans plans;

    @Inject
    PlanDifferences(Jdbi jdbi, Plans plans) {
        this.jdbi = jdbi;
        this.plans = plans;
    }

    /**
     * An account and what two plans do with it.
     *
     * @param plan null: the account is no part of it
     * @param with null: the account is no part of it
     */
    public record Pair(
            String account,
            @Nullable Assignment plan,
            @Nullable Assignment with) {}

    /**
     * How many there are.
     *
     * @throws NotFoundException when there is no such plan
     * @throws ConflictException when one is not finished
     */
    public int count(UUID plan, UUID with) {
        requireFinished(plan, with);
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) " + DIFFERING)
                .bind("plan", plan)
                .bind("with", with)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Those after an account, by id.
     *
     * @param account empty: from the beginning
     * @param limit how many at most
     * @throws NotFoundException when there is no such plan
     * @throws ConflictException when one is not finished
     */
    public List<Pair> after(UUID plan, UUID with, String account, int limit) {
        requireFinished(plan, with);
        return jdbi.withHandle(handle -> {
            List<String> accounts = handle.createQuery("select account_id " + DIFFERING + """
                             and account_id > :after
                            order by account_id limit :limit
                            """)
                    .bind("plan", plan)
                    .bind("with", with)
                    .bind("after", account)
                    .bind("limit", limit)
                    .mapTo(String.class)
                    .list();
            Map<String, Assignment> one = of(handle, plan, accounts);
            Map<String, Assignment> other = of(handle, with, accounts);
            return accounts.stream()
                    .map(id -> new Pair(id, one.get(id), other.get(id)))
                    .toList();
        });
    }

    private static Map<String, Assignment> of(Handle handle, UUID plan, List<String> accounts) {
        return PlanStore.assignments(handle, plan, accounts).stream()
                .collect(Collectors.toMap(Assignment::account, Function.identity()));
    }

    private void requireFinished(UUID plan, UUID with) {
        plans.requireFinished(plan);
        plans.requireFinished(with);
    }
}
