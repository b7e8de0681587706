package dev.keyline.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who looks after an account, and who stands above them. */
final class AccountPeople {
    /** An account's region and its manager. */
    record Looked(@Nullable String region, @Nullable String manager) {}

    private AccountPeople() {}

    static Map<String, Looked> of(Handle handle, Collection<String> accounts) {
        Map<String, Looked> people = new HashMap<>();
        handle.createQuery("""
                        select a.id, a.region, m.person_id
                        from account a
                        left join assignment m on m.account_id = a.id and m.role = 'account-manager'
                        where a.id = any(:accounts)
                        """)
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> people.put(
                        row.getString("id"), new Looked(row.getString("region"), row.getString("person_id"))))
                .list();
        return people;
    }

    /**
     * The person on a step of the ladder: the account's manager, that one's line manager, the first vice president above,
     * the executive sponsor. Empty where the step is vacant.
     */
    static Optional<String> on(Handle handle, String account, String level) {
        return switch (level) {
            case "account-manager" -> assigned(handle, account, "account-manager");
            case "manager" -> above(handle, account, 1, 1);
            case "vice-president" -> above(handle, account, 2, 4);
            case "sponsor" -> assigned(handle, account, "executive-sponsor");
            default -> throw new IllegalStateException("the ladder has a step nobody knows: " + level);
        };
    }

    private static Optional<String> assigned(Handle handle, String account, String role) {
        return handle.createQuery("select person_id from assignment where account_id = :account and role = :role")
                .bind("account", account)
                .bind("role", role)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * The first up the line from the account's manager who is far enough up and has the level; else the last of the line
     * who is far enough up.
     */
    private static Optional<String> above(Handle handle, String account, int steps, int level) {
        List<String> line = handle.createQuery("""
                        with recursive line (id, step, level) as (
                          select p.id, 0, p.level from assignment m join person p on p.id = m.person_id
                          where m.account_id = :account and m.role = 'account-manager'
                          union all
                          select up.id, line.step + 1, up.level
                          from line join person p on p.id = line.id join person up on up.id = p.line_manager_id
                          where line.step < 20)  -- a line that runs in a circle ends, too
                        select id from line where step >= :steps
                        order by (level >= :level) desc, case when level >= :level then step else -step end
                        limit 1
                        """)
                .bind("account", account)
                .bind("steps", steps)
                .bind("level", level)
                .mapTo(String.class)
                .list();
        return line.stream().findFirst();
    }
}
