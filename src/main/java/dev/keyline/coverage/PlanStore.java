package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code plan} and {@code plan_assignment}. */
final class PlanStore {
    /** A plan's own row, without its large input. */
    record Row(
            UUID id,
            @Nullable String name,
            @Nullable String note,
            long revision,
            PlanOrigin origin,
            @Nullable UUID parent,
            SortedMap<String, Integer> policies,
            Planner.@Nullable SoFar best,
            LocalDate asOf,
            long seed,
            int accounts,
            String timeLimit,
            @Nullable Long scoreLimit,
            String inputHash,
            @Nullable String score,
            @Nullable String remark,
            @Nullable String bound,
            @Nullable BigDecimal gap,
            @Nullable Busiest busiest) {}

    private static final String ROW = """
            select id, name, note, revision, origin, parent, policies, best_score, best_bound, best_gap, as_of, seed,
                   accounts, input ->> 'timeLimit' as time_limit, (input ->> 'scoreLimit')::bigint as score_limit,
                   input_hash, score, remark, bound, gap,
                   busiest_id, busiest_name, busiest_utilisation, busiest_bound, busiest_gap
            from plan
            """;

    private PlanStore() {}

    static void insert(Handle handle, UUID id, NewPlan plan) {
        PlanInput input = plan.input();
        String text = PlanText.write(input);
        String start = PlanText.writeHolders(plan.start());
        one(handle.createUpdate("""
                        insert into plan (id, as_of, seed, accounts, input, input_hash, name, note, origin, parent, start,
                            policies)
                        values (:id, :asOf, :seed, :accounts, :input::jsonb, :hash, :name, :note, :origin, :parent,
                            :start::jsonb, :policies::jsonb)
                        """)
                .bind("id", id)
                .bind("asOf", input.asOf())
                .bind("seed", input.seed())
                .bind("accounts", input.demand().size())
                .bind("input", text)
                .bind("hash", PlanText.hash(plan.start().isEmpty() ? text : text + start))
                .bind("name", plan.name())
                .bind("note", plan.note())
                .bind("origin", plan.origin().word())
                .bind("parent", plan.parent())
                .bind("start", start)
                .bind("policies", PlanText.writeVersions(plan.policies())));
    }

    static PlanInput input(Handle handle, UUID id) {
        return PlanText.read(handle.createQuery("select input::text from plan where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    static Optional<Row> find(Handle handle, UUID id) {
        return handle.createQuery(ROW + "where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Newest first, from before a plan. */
    static List<Row> list(Handle handle, @Nullable UUID before, int limit) {
        return handle.createQuery(
                        ROW + "where :before::uuid is null or id < :before::uuid order by id desc limit :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    static PlanCounts counts(Handle handle, UUID id) {
        return handle.createQuery("""
                        select count(manager_id) as covered, count(*) - count(manager_id) as uncovered,
                               count(*) filter (where sponsor_missing) as sponsor_missing,
                               count(*) filter (where moved) as moved, count(*) filter (where pinned) as pinned
                        from plan_assignment where plan_id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> new PlanCounts(
                        row.getInt("covered"),
                        row.getInt("uncovered"),
                        row.getInt("sponsor_missing"),
                        row.getInt("moved"),
                        row.getInt("pinned")))
                .one();
    }

    static List<Assignment> assignments(Handle handle, UUID id, Shown shown, int after, int limit) {
        return handle.createQuery("""
                        select * from plan_assignment
                        where plan_id = :id and position > :after and <shown>
                        order by position limit :limit
                        """)
                .define("shown", shown.condition())
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> assignment(row))
                .list();
    }

    static List<Assignment> assignments(Handle handle, UUID id, List<String> accounts) {
        return handle.createQuery("select * from plan_assignment where plan_id = :id and account_id = any(:accounts)")
                .bind("id", id)
                .bindArray("accounts", String.class, accounts)
                .map((row, context) -> assignment(row))
                .list();
    }

    static Optional<Assignment> assignment(Handle handle, UUID id, String account) {
        return handle.createQuery("select * from plan_assignment where plan_id = :id and account_id = :account")
                .bind("id", id)
                .bind("account", account)
                .map((row, context) -> assignment(row))
                .findOne();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getInt("position"),
                row.getString("account_id"),
                row.getString("account_name"),
                Tier.of(row.getString("tier")),
                new Points(row.getBigDecimal("points")),
                person(row, "manager"),
                person(row, "sponsor"),
                row.getBoolean("moved"),
                row.getBoolean("pinned"),
                row.getBoolean("sponsor_missing"),
                row.getString("reason"));
    }

    /** Who has what, by account. */
    static Map<String, Holders> holders(Handle handle, UUID id) {
        Map<String, Holders> holders = new HashMap<>();
        handle.createQuery("select account_id, manager_id, sponsor_id from plan_assignment where plan_id = :id")
                .bind("id", id)
                .map((row, context) -> holders.put(
                        row.getString("account_id"),
                        new Holders(row.getString("manager_id"), row.getString("sponsor_id"))))
                .list();
        return holders;
    }

    /** Writes what the solver made, over what an earlier run may have written just before it was killed. */
    static void solved(Handle handle, UUID id, SolvedPlan solved, Instant now) {
        handle.execute("delete from plan_assignment where plan_id = ?", id);
        insertAssignments(handle, id, solved.assignments());
        PlanLoads.insert(handle, id, solved.loads());
        Busiest busiest = solved.busiest();
        one(handle.createUpdate("""
                        update plan
                        set solved_at = :now, score = :score, bound = :bound, gap = :gap, busiest_id = :busiest, busiest_name = :name,
                            busiest_utilisation = :utilisation, busiest_bound = :busiestBound,
                            busiest_gap = :busiestGap
                        where id = :id
                        """)
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("score", solved.score())
                .bind("bound", solved.bound())
                .bind("gap", solved.gap())
                .bind("busiest", busiest == null ? null : busiest.manager().id())
                .bind("name", busiest == null ? null : busiest.manager().name())
                .bind("utilisation", busiest == null ? null : busiest.utilisation())
                .bind("busiestBound", busiest == null ? null : busiest.bound())
                .bind("busiestGap", busiest == null ? null : busiest.gap()));
    }

    private static void insertAssignments(Handle handle, UUID id, List<Assignment> assignments) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into plan_assignment (plan_id, position, account_id, account_name, tier, points, manager_id,
                    manager_name, sponsor_id, sponsor_name, moved, pinned, sponsor_missing, reason)
                values (:id, :position, :account, :accountName, :tier, :points, :manager,
                    :managerName, :sponsor, :sponsorName, :moved, :pinned, :sponsorMissing, :reason)
                """);
        for (Assignment assignment : assignments) {
            PersonRef manager = assignment.accountManager();
            PersonRef sponsor = assignment.sponsor();
            batch.bind("id", id)
                    .bind("position", assignment.position())
                    .bind("account", assignment.account())
                    .bind("accountName", assignment.accountName())
                    .bind("tier", assignment.tier().words())
                    .bind("points", assignment.points().value())
                    .bind("manager", manager == null ? null : manager.id())
                    .bind("managerName", manager == null ? null : manager.name())
                    .bind("sponsor", sponsor == null ? null : sponsor.id())
                    .bind("sponsorName", sponsor == null ? null : sponsor.name())
                    .bind("moved", assignment.moved())
                    .bind("pinned", assignment.pinned())
                    .bind("sponsorMissing", assignment.sponsorMissing())
                    .bind("reason", assignment.reason())
                    .add();
        }
        batch.execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        PersonRef busiest = person(row, "busiest");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("note"),
                row.getLong("revision"),
                PlanOrigin.named(row.getString("origin")),
                row.getObject("parent", UUID.class),
                PlanText.readVersions(row.getString("policies")),
                soFar(row),
                row.getObject("as_of", LocalDate.class),
                row.getLong("seed"),
                row.getInt("accounts"),
                row.getString("time_limit"),
                row.getObject("score_limit", Long.class),
                row.getString("input_hash"),
                row.getString("score"),
                row.getString("remark"),
                row.getString("bound"),
                row.getBigDecimal("gap"),
                busiest == null
                        ? null
                        : new Busiest(
                                busiest,
                                row.getBigDecimal("busiest_utilisation"),
                                row.getBigDecimal("busiest_bound"),
                                row.getBigDecimal("busiest_gap")));
    }

    private static Planner.@Nullable SoFar soFar(ResultSet row) throws SQLException {
        String score = row.getString("best_score");
        return score == null
                ? null
                : new Planner.SoFar(score, row.getString("best_bound"), row.getBigDecimal("best_gap"));
    }

    private static @Nullable PersonRef person(ResultSet row, String what) throws SQLException {
        String id = row.getString(what + "_id");
        return id == null ? null : new PersonRef(id, row.getString(what + "_name"));
    }

    private static void one(Update update) {
        int rows = update.execute();
        if (rows != 1) {
            throw new IllegalStateException("one plan expected, " + rows + " written");
        }
    }
}
