package dev.keyline.coverage;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what a plan ends with into the tables {@code plan_assignment} and {@code plan_load}. */
final class ResultRows {
    private ResultRows() {}

    static void insertAssignments(Handle handle, UUID id, List<Assignment> assignments) {
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

    static void insertLoads(Handle handle, UUID id, List<Load> loads) {
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
