package dev.keyline.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.facts.AccountFactSource;
import dev.keyline.facts.AsOfDay;
import dev.keyline.facts.CatalogueInForce;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactReader;
import dev.keyline.facts.FactSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Each account's facts, kept up by every write to the portfolio rather than made at every question. They hold for one
 * business day; the first question of another day makes them anew from the records.
 */
@Singleton
public class AccountFacts implements AccountFactSource {
    private static final int ACCOUNTS_AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Instance<CatalogueInForce> inForce;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final String reportingCurrency;

    @Inject
    AccountFacts(
            Jdbi jdbi,
            Instance<CatalogueInForce> inForce,
            BusinessTime businessTime,
            Clock clock,
            ObjectMapper mapper,
            @ConfigProperty(name = "keyline.reporting-currency") String reportingCurrency) {
        this.jdbi = jdbi;
        this.inForce = inForce;
        this.businessTime = businessTime;
        this.clock = clock;
        this.mapper = mapper;
        this.reportingCurrency = reportingCurrency;
    }

    /** Makes the facts of accounts anew, in the transaction that has changed their records. */
    public void refresh(Handle handle, Collection<String> accounts) {
        // waits for others that change the same accounts, so that what is made next holds their changes too
        forget(handle, accounts);
        FactCatalogue catalogue = inForce.get().catalogue();
        LocalDate today = businessTime.dayOf(clock.instant());
        inChunks(accounts, chunk -> store(handle, make(handle, chunk, today, catalogue), null, today, catalogue));
    }

    /**
     * Lets the next question make the facts of accounts anew, in the transaction that has changed their records: for
     * changes that come faster than anybody asks. Whoever is making them just now from older records does not keep them.
     */
    public void forget(Handle handle, Collection<String> accounts) {
        handle.createUpdate("""
                        insert into account_facts as f (account_id, as_of_day, catalogue, facts, generation)
                        select id, :day, '', '{}', 1 from account where id = any(:accounts) order by id
                        on conflict (account_id) do update set catalogue = '', generation = f.generation + 1
                        """)
                .bind("day", businessTime.dayOf(clock.instant()))
                .bindArray("accounts", String.class, accounts.toArray())
                .execute();
    }

    @Override
    public Optional<Map<String, @Nullable Object>> factsOf(String account, LocalDate day, FactCatalogue catalogue) {
        return jdbi.inTransaction(handle -> Optional.ofNullable(
                factsOf(handle, List.of(account), day, catalogue).get(account)));
    }

    /** The facts of many accounts, as policies take them; an account that does not exist is left out. */
    public Map<String, Map<String, @Nullable Object>> factsOf(
            Handle handle, Collection<String> accounts, LocalDate day, FactCatalogue catalogue) {
        return read(handle, accounts, day, catalogue, null);
    }

    /** The same of the named facts only: a fraction of the work where accounts are many and names few. */
    public Map<String, Map<String, @Nullable Object>> factsOf(
            Handle handle, Collection<String> accounts, LocalDate day, FactCatalogue catalogue, Set<String> names) {
        return read(handle, accounts, day, catalogue, names);
    }

    /** @param names null: all, which are then not taken apart */
    private Map<String, Map<String, @Nullable Object>> read(
            Handle handle,
            Collection<String> accounts,
            LocalDate day,
            FactCatalogue catalogue,
            @Nullable Set<String> names) {
        Map<String, Map<String, @Nullable Object>> facts = new LinkedHashMap<>();
        inChunks(accounts, chunk -> {
            Map<String, Long> generations = new HashMap<>();
            Map<String, Map<String, Object>> known = stored(handle, chunk, generations, day, catalogue, names);
            List<String> others = chunk.stream()
                    .filter(account -> !known.containsKey(account))
                    .toList();
            Map<String, Map<String, Object>> made = make(handle, others, day, catalogue);
            if (day.equals(businessTime.dayOf(clock.instant()))) {
                store(handle, made, generations, day, catalogue);
            }
            if (names != null) {
                made.values().forEach(each -> each.keySet().retainAll(names));
            }
            known.putAll(made);
            addPrevious(handle, known, catalogue, names);
            chunk.stream()
                    .filter(known::containsKey)
                    .forEach(account -> facts.put(account, typed(account, known.get(account), catalogue)));
        });
        return facts;
    }

    private Map<String, @Nullable Object> typed(
            String account, @Nullable Map<String, Object> facts, FactCatalogue catalogue) {
        FactReader reader = new FactReader(catalogue);
        Map<String, @Nullable Object> typed = reader.read(facts == null ? Map.of() : facts, "");
        if (!reader.errors().isEmpty()) {
            throw new IllegalStateException("the portfolio holds facts of account " + account
                    + " that the catalogue refuses: " + reader.errors());
        }
        return typed;
    }

    private Map<String, Map<String, Object>> make(
            Handle handle, Collection<String> accounts, LocalDate day, FactCatalogue catalogue) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        AsOfDay asOf = new AsOfDay(day, businessTime.zone(), ExchangeRates.on(handle, day, reportingCurrency));
        return new FactsAsOf(handle, catalogue, asOf, reportingCurrency, mapper).of(accounts);
    }

    /** @param generations receives that of every account that has any facts */
    private Map<String, Map<String, Object>> stored(
            Handle handle,
            Collection<String> accounts,
            Map<String, Long> generations,
            LocalDate day,
            FactCatalogue catalogue,
            @Nullable Set<String> names) {
        Map<String, Map<String, Object>> stored = new HashMap<>();
        handle.createQuery("""
                        select account_id, generation,
                               case when as_of_day = :day and catalogue = :catalogue then
                                 case when :all then facts else (
                                   select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(facts)
                                   where key = any(:names)) end
                               end as facts
                        from account_facts where account_id = any(:accounts)
                        """)
                .bind("all", names == null)
                .bindArray("names", String.class, names == null ? new Object[0] : names.toArray())
                .bindArray("accounts", String.class, accounts.toArray())
                .bind("day", day)
                .bind("catalogue", catalogue.fingerprint())
                .map((row, context) -> {
                    String account = row.getString("account_id");
                    generations.put(account, row.getLong("generation"));
                    String facts = row.getString("facts");
                    if (facts != null) {
                        stored.put(account, parsed(facts));
                    }
                    return account;
                })
                .list();
        return stored;
    }

    /** @param generations those that the facts were made in; null when nobody else can have changed them since */
    private void store(
            Handle handle,
            Map<String, Map<String, Object>> made,
            @Nullable Map<String, Long> generations,
            LocalDate day,
            FactCatalogue catalogue) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into account_facts as f (account_id, as_of_day, catalogue, facts)
                values (:account, :day, :catalogue, cast(:facts as jsonb))
                on conflict (account_id) do update
                set as_of_day = excluded.as_of_day, catalogue = excluded.catalogue, facts = excluded.facts
                where cast(:generation as bigint) is null or f.generation = :generation
                """);
        // in one order everywhere, so that two writers of the same accounts wait rather than lock each other out
        made.keySet().stream()
                .sorted()
                .forEach(account -> batch.bind("account", account)
                        .bind("day", day)
                        .bind("catalogue", catalogue.fingerprint())
                        .bind("facts", json(made.get(account)))
                        .bind("generation", generations == null ? null : generations.getOrDefault(account, 0L))
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** What policies concluded in the last finished review. */
    private void addPrevious(
            Handle handle,
            Map<String, Map<String, Object>> facts,
            FactCatalogue catalogue,
            @Nullable Set<String> names) {
        Map<String, FactSource.Previous> wanted = new LinkedHashMap<>();
        for (Fact fact : catalogue.all()) {
            if (fact.source() instanceof FactSource.Previous previous
                    && (names == null || names.contains(fact.name()))) {
                wanted.put(fact.name(), previous);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        List<String> policies =
                wanted.values().stream().map(FactSource.Previous::policy).toList();
        Map<String, Map<String, Object>> outcomes = AccountOutcomes.of(handle, facts.keySet(), policies, mapper);
        Map<String, String> importedTiers = importedTiers(handle, facts.keySet());
        wanted.forEach((name, previous) -> facts.forEach((account, known) -> {
            Object outcome = outcomes.getOrDefault(account, Map.of()).get(previous.policy());
            Object value = previous.path() != null && outcome instanceof Map<?, ?> components
                    ? components.get(previous.path())
                    : outcome;
            Object otherwise = "imported_tier".equals(previous.otherwise()) ? importedTiers.get(account) : null;
            Object held = value == null ? otherwise : value;
            if (held != null) {
                known.put(name, held);
            }
        }));
    }

    private static Map<String, String> importedTiers(Handle handle, Collection<String> accounts) {
        Map<String, String> tiers = new HashMap<>();
        handle.createQuery(
                        "select id, imported_tier from account where id = any(:accounts) and imported_tier is not null")
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("imported_tier")))
                .forEach(row -> tiers.put(row.getKey(), row.getValue()));
        return tiers;
    }

    private Map<String, Object> parsed(String json) {
        try {
            return mapper.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("account_facts holds no JSON object: " + json, e);
        }
    }

    private String json(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts that are no JSON: " + value, e);
        }
    }

    private static void inChunks(Collection<String> accounts, java.util.function.Consumer<List<String>> each) {
        List<String> all = new ArrayList<>(accounts);
        for (int from = 0; from < all.size(); from += ACCOUNTS_AT_ONCE) {
            each.accept(all.subList(from, Math.min(from + ACCOUNTS_AT_ONCE, all.size())));
        }
    }
}
