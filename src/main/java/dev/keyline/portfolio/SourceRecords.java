package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactSource;
import dev.keyline.facts.SourceRecord;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads what the catalogue's derivations look at, for many accounts in one query a source. */
final class SourceRecords {
    /** Readings older than this are not looked at by a derivation that says no `within`. */
    private static final Period LONGEST = Period.ofYears(2);

    private static final Map<String, String> QUERIES = Map.of(
            "tickets",
                    "select account_id, id, subject, severity, escalated, sentiment, opened_at, closed_at from ticket"
                            + " where account_id = any(:accounts)",
            "contacts",
                    "select account_id, id, name, title, role, level, sentiment, last_contacted_on, left_on from contact"
                            + " where account_id = any(:accounts)",
            "contracts",
                    "select account_id, id, product_id, starts_on, ends_on, annual_value, currency, notice_given_on"
                            + " from contract where account_id = any(:accounts)",
            "entitlements",
                    "select account_id, id, product_id, business_unit, region, seats, starts_on, ends_on from entitlement"
                            + " where account_id = any(:accounts)",
            "opportunities",
                    "select account_id, id, name, product_id, amount, currency, opened_on, closed_on from opportunity"
                            + " where account_id = any(:accounts)",
            "signals",
                    "select account_id, id, kind, detail, occurred_at, withdrawn_at from signal"
                            + " where account_id = any(:accounts)",
            "overrides",
                    // by catalogues of before there were kinds of them
                    "select account_id, value as tier, reason, author, expires_on from account_override"
                            + " where account_id = any(:accounts) and kind = 'tier' and withdrawn_at is null",
            "products",
                    "select a.id as account_id, p.id, p.name, p.family from product p, account a"
                            + " where a.id = any(:accounts)");

    private static final String USAGE = """
            select account_id, metric, read_at as at, value from usage_reading
            where account_id = any(:accounts) and metric = :series and read_at >= :from and read_at < :to
            """;

    private static final String SATISFACTION = """
            select account_id, read_at as at, score from satisfaction_reading
            where account_id = any(:accounts) and kind = :series and read_at >= :from and read_at < :to
            """;

    private static final String ASSIGNMENTS = """
            select a.account_id, a.role, a.person_id, a.since, p.leaves_on
            from assignment a join person p on p.id = a.person_id
            where a.account_id = any(:accounts)
            """;

    private static final String OVERRIDES = """
            select account_id, value, reason, author, set_at, expires_on, withdrawn_at from account_override
            where account_id = any(:accounts) and kind = :kind
            """;

    /**
     * What is not bought where, on the day: products of a family it buys from already, then those it has, for each business
     * unit and region where something is bought. Products of other families are left out: they would be most of a large list.
     */
    private static final String WHITESPACE = """
            with held as (
              select e.account_id, e.product_id, e.business_unit, e.region, e.seats, p.name, p.family
              from entitlement e join product p on p.id = e.product_id
              where e.account_id = any(:accounts)
                and coalesce(e.starts_on <= :day, true) and coalesce(e.ends_on >= :day, true)),
            owned as (
              select account_id, product_id, name, family, coalesce(sum(seats), 0)::int as seats
              from held group by account_id, product_id, name, family),
            place as (
              select distinct account_id, business_unit, region
              from held where business_unit is not null or region is not null)
            select distinct o.account_id, p.id as product_id, p.name as product, p.family,
                   cast(null as text) as business_unit, cast(null as text) as region, 0 as seats
            from owned o join product p on p.family = o.family
            where not exists (select 1 from owned h where h.account_id = o.account_id and h.product_id = p.id)
            union all
            select o.account_id, o.product_id, o.name, o.family, l.business_unit, l.region, o.seats
            from owned o join place l on l.account_id = o.account_id
            where not exists (
              select 1 from held h
              where h.account_id = o.account_id and h.product_id = o.product_id
                and h.business_unit is not distinct from l.business_unit and h.region is not distinct from l.region)
            order by 1, 2, 5, 6
            """;

    // as they stand now: a case keeps no history of its severity that an earlier day could be told from
    private static final String CASES = """
            select account_id, kind, path, cause, severity, state, opened_at, closed_at from account_case
            where account_id = any(:accounts)
            """;

    private final Handle handle;
    private final FactCatalogue catalogue;
    private final LocalDate day;
    private final ObjectMapper mapper;

    SourceRecords(Handle handle, FactCatalogue catalogue, LocalDate day, ObjectMapper mapper) {
        this.handle = handle;
        this.catalogue = catalogue;
        this.day = day;
        this.mapper = mapper;
    }

    /** By account and then by source, the records of every source that the catalogue names. */
    Map<String, Map<String, List<SourceRecord>>> of(Collection<String> accounts) {
        Map<String, Map<String, List<SourceRecord>>> byAccount = new HashMap<>();
        Map<String, Period> sources = sources();
        new PlanRecords(handle, mapper).addTo(byAccount, sources.keySet(), accounts);
        sources.keySet().removeIf(PlanRecords::isPlan);
        for (Map.Entry<String, Period> source : sources.entrySet()) {
            Query query =
                    query(source.getKey(), source.getValue()).bindArray("accounts", String.class, accounts.toArray());
            query.map((row, context) -> row(row))
                    .forEach(row -> byAccount
                            .computeIfAbsent(String.valueOf(row.remove("accountId")), account -> new HashMap<>())
                            .computeIfAbsent(source.getKey(), name -> new ArrayList<>())
                            .add(new SourceRecord(row)));
        }
        return byAccount;
    }

    /** Every source that some fact reads, with how far back the furthest-looking one goes. */
    private Map<String, Period> sources() {
        Map<String, Period> sources = new LinkedHashMap<>();
        catalogue.all().forEach(fact -> {
            if (fact.source() instanceof FactSource.Derivation derivation) {
                sources.merge(derivation.of(), Objects.requireNonNullElse(derivation.within(), LONGEST), this::longer);
            } else if (fact.source() instanceof FactSource.Records records) {
                sources.merge(records.of(), Objects.requireNonNullElse(records.within(), LONGEST), this::longer);
            }
        });
        return sources;
    }

    private Period longer(Period one, Period other) {
        return day.minus(one).isBefore(day.minus(other)) ? one : other;
    }

    private Query query(String source, Period back) {
        String plain = QUERIES.get(source);
        if (plain != null) {
            return handle.createQuery(plain);
        }
        if (source.equals("assignments")) {
            return handle.createQuery(ASSIGNMENTS);
        }
        if (source.equals("whitespace")) {
            return handle.createQuery(WHITESPACE).bind("day", day);
        }
        if (source.startsWith("overrides/")) {
            return handle.createQuery(OVERRIDES).bind("kind", source.substring(source.indexOf('/') + 1));
        }
        if (source.equals("cases")) {
            return handle.createQuery(CASES);
        }
        // a day on either side, because days of the business zone are not days of UTC
        return handle.createQuery(source.startsWith("usage/") ? USAGE : SATISFACTION)
                .bind("series", source.substring(source.indexOf('/') + 1))
                .bind("from", day.minus(back).minusDays(2))
                .bind("to", day.plusDays(2));
    }

    private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            fields.put(camelCase(columns.getColumnLabel(i)), value(row.getObject(i)));
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object column) {
        if (column instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (column instanceof Date date) {
            return date.toLocalDate();
        }
        return column instanceof Integer integer ? BigDecimal.valueOf(integer) : column;
    }

    static String camelCase(String column) {
        String[] words = column.split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat);
    }
}
