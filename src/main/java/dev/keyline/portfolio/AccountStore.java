package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads accounts. */
public final class AccountStore {
    // the page is cut first: the joins then touch no more accounts than are answered
    private static final String PAGE = """
            select a.*, m.id as manager_id, m.name as manager_name, s.id as sponsor_id, s.name as sponsor_name,
              cast(f.facts ->> 'annualContractValue' as numeric) as annual_contract_value,
              cast(f.facts ->> 'nextRenewalOn' as date) as renewal_on,
              t.outcome ->> 'tier' as tier, cast(t.outcome ->> 'score' as numeric) as tier_score,
              h.outcome ->> 'band' as health_band, cast(h.outcome ->> 'score' as numeric) as health_score,
              l.outcome ->> 'stage' as lifecycle_stage,
              case jsonb_typeof(w.outcome -> 'warnings') when 'array' then jsonb_array_length(w.outcome -> 'warnings')
                end as warnings
            from (select id, name, industry, region, country, group_id from account
                  where (cast(:name as text) is null or (name, id) > (:name, :id))
                    and (cast(:q as text) is null or position(lower(:q) in lower(name)) > 0 or id = :q)
                  order by name, id limit :limit) as a
              left join assignment as am on am.account_id = a.id and am.role = 'account-manager'
              left join person as m on m.id = am.person_id
              left join assignment as es on es.account_id = a.id and es.role = 'executive-sponsor'
              left join person as s on s.id = es.person_id
              left join account_facts as f on f.account_id = a.id
              left join account_outcome as t on t.account_id = a.id and t.policy = 'account-tier'
              left join account_outcome as h on h.account_id = a.id and h.policy = 'account-health'
              left join account_outcome as l on l.account_id = a.id and l.policy = 'lifecycle-stage'
              left join account_outcome as w on w.account_id = a.id and w.policy = 'early-warning'
            order by a.name, a.id
            """;

    private AccountStore() {}

    /** Where an account stands in the list. */
    public record Place(String name, String id) {}

    /**
     * Accounts by name.
     *
     * @param query part of a name without regard to case, or a whole id; null: all
     */
    public static List<AccountSummary> page(Handle handle, Optional<Place> after, @Nullable String query, int limit) {
        return handle.createQuery(PAGE)
                .bind("name", after.map(Place::name).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("q", query)
                .bind("limit", limit)
                .map((row, context) -> summary(row))
                .list();
    }

    private static AccountSummary summary(ResultSet row) throws SQLException {
        return new AccountSummary(
                row.getString("id"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("region"),
                row.getString("country"),
                row.getString("group_id"),
                person(row.getString("manager_id"), row.getString("manager_name")),
                person(row.getString("sponsor_id"), row.getString("sponsor_name")),
                row.getBigDecimal("annual_contract_value"),
                row.getObject("renewal_on", LocalDate.class),
                row.getString("tier"),
                row.getBigDecimal("tier_score"),
                row.getString("health_band"),
                row.getBigDecimal("health_score"),
                row.getString("lifecycle_stage"),
                row.getObject("warnings", Integer.class));
    }

    private static @Nullable PersonName person(@Nullable String id, @Nullable String name) {
        return id == null || name == null ? null : new PersonName(id, name);
    }

    public static Optional<Account> find(Handle handle, String id) {
        return handle.createQuery("select * from account where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Account.class))
                .findOne();
    }

    /** The revision of an account that nobody else changes until the transaction ends; empty when there is none. */
    public static Optional<Long> lockRevision(Handle handle, String id) {
        return handle.createQuery("select revision from account where id = :id for no key update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** What the group of customers it belongs to is called; empty when it belongs to none. */
    public static Optional<String> groupName(Handle handle, String account) {
        return handle.createQuery(
                        "select g.name from account a join account_group g on g.id = a.group_id where a.id = :account")
                .bind("account", account)
                .mapTo(String.class)
                .findOne();
    }

    public static List<Assignment> assignments(Handle handle, String account) {
        return handle.createQuery("""
                        select a.*, p.name as person_name from assignment as a join person as p on p.id = a.person_id
                        where a.account_id = :account order by a.role
                        """)
                .bind("account", account)
                .map(ConstructorMapper.of(Assignment.class))
                .list();
    }

    /** What holds for an account, by policy. */
    public static Map<String, Outcome> outcomes(Handle handle, String account, ObjectMapper mapper) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        handle.createQuery(
                        "select policy, decision_id, as_of, outcome from account_outcome where account_id = :account")
                .bind("account", account)
                .map((row, context) -> Map.entry(
                        row.getString("policy"),
                        new Outcome(
                                row.getObject("decision_id", UUID.class),
                                row.getTimestamp("as_of").toInstant(),
                                tree(mapper, row.getString("outcome")))))
                .forEach(entry -> outcomes.put(entry.getKey(), entry.getValue()));
        return outcomes;
    }

    private static JsonNode tree(ObjectMapper mapper, String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("account_outcome holds no JSON", e);
        }
    }
}
