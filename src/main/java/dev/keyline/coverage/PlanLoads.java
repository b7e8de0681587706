package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code plan_load}. */
final class PlanLoads {
    private PlanLoads() {}

    static List<Load> list(Handle handle, UUID id, int after, int limit) {
        return handle.createQuery("""
                        select * from plan_load
                        where plan_id = :id and position > :after
                        order by position limit :limit
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Load(
                        row.getInt("position"),
                        new PersonRef(row.getString("person_id"), row.getString("person_name")),
                        PersonKind.of(row.getString("kind")),
                        row.getInt("accounts"),
                        row.getObject("account_limit", Integer.class),
                        row.getInt("tier1_accounts"),
                        new Points(row.getBigDecimal("load")),
                        new Points(row.getBigDecimal("capacity")),
                        row.getBigDecimal("annual_revenue"),
                        row.getBigDecimal("another_saves")))
                .list();
    }

    /** Over what an earlier run may have written just before it was killed. */
    static void insert(Handle handle, UUID id, List<Load> loads) {
        handle.execute("delete from plan_load where plan_id = ?", id);
        PreparedBatch batch = handle.prepareBatch("""
                insert into plan_load (plan_id, position, person_id, person_name, kind, accounts, account_limit,
                    tier1_accounts, load, capacity, annual_revenue,
                    another_saves)
                values (:id, :position, :person, :name, :kind, :accounts, :limit, :tier1, :load, :capacity, :revenue,
                    :another)
                """);
        for (Load load : loads) {
            batch.bind("id", id)
                    .bind("position", load.position())
                    .bind("person", load.person().id())
                    .bind("name", load.person().name())
                    .bind("kind", load.kind().words())
                    .bind("accounts", load.accounts())
                    .bind("limit", load.accountLimit())
                    .bind("tier1", load.tier1Accounts())
                    .bind("load", load.load().value())
                    .bind("capacity", load.capacity().value())
                    .bind("revenue", load.annualRevenue())
                    .bind("another", load.anotherSaves())
                    .add();
        }
        batch.execute();
    }
}
