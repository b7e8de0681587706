package dev.keyline.portfolio;

import dev.keyline.calendar.BusinessTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads groups of accounts, and what they come to together. */
@Singleton
public class GroupStore {
    /** Where a group stands in the list. */
    public record Place(String name, String id) {}

    // a group can be above itself only by a mistake that writing refuses; the union ends even then
    private static final String BELOW = """
            with recursive below (id) as (
              select cast(:id as text)
              union
              select g.id from account_group g join below on g.parent_id = below.id)
            """;

    private final BusinessTime businessTime;
    private final Clock clock;
    private final String reportingCurrency;

    @Inject
    GroupStore(
            BusinessTime businessTime,
            Clock clock,
            @ConfigProperty(name = "keyline.reporting-currency") String reportingCurrency) {
        this.businessTime = businessTime;
        this.clock = clock;
        this.reportingCurrency = reportingCurrency;
    }

    /** Groups by name. */
    public List<AccountGroup> page(Handle handle, @Nullable Place after, int limit) {
        return handle.createQuery("""
                        select * from account_group
                        where cast(:name as text) is null or (name, id) > (:name, :id)
                        order by name, id limit :limit
                        """)
                .bind("name", after == null ? null : after.name())
                .bind("id", after == null ? null : after.id())
                .bind("limit", limit)
                .map(ConstructorMapper.of(AccountGroup.class))
                .list();
    }

    public Optional<AccountGroup> find(Handle handle, String id) {
        return handle.createQuery("select * from account_group where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(AccountGroup.class))
                .findOne();
    }

    /** What a group and all groups below it come to as of today. */
    public GroupRollUp rollUp(Handle handle, String id) {
        LocalDate today = businessTime.dayOf(clock.instant());
        Map<String, Integer> tiers = tiers(handle, id);
        return new GroupRollUp(
                tiers.values().stream().mapToInt(Integer::intValue).sum(),
                annualValue(handle, id, today),
                reportingCurrency,
                tiers,
                handle.createQuery("select id from account_group where parent_id = :id order by id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private static Map<String, Integer> tiers(Handle handle, String id) {
        Map<String, Integer> tiers = new TreeMap<>();
        handle.createQuery(BELOW + """
                        select coalesce(o.outcome ->> 'tier', 'undecided') as tier, count(*) as accounts
                        from account a join below on below.id = a.group_id
                        left join account_outcome o on o.account_id = a.id and o.policy = 'account-tier'
                        group by 1
                        """)
                .bind("id", id)
                .map((row, context) -> tiers.put(row.getString("tier"), row.getInt("accounts")))
                .list();
        return tiers;
    }

    private BigDecimal annualValue(Handle handle, String id, LocalDate today) {
        Map<String, BigDecimal> rates = ExchangeRates.on(handle, today, reportingCurrency);
        return handle
                .createQuery(BELOW + """
                        select c.currency, sum(c.annual_value) as total
                        from contract c join account a on a.id = c.account_id join below on below.id = a.group_id
                        where :today between c.starts_on and c.ends_on
                        group by c.currency
                        """)
                .bind("id", id)
                .bind("today", today)
                .map((row, context) -> {
                    BigDecimal rate = rates.get(row.getString("currency"));
                    // what has no rate counts nothing, as in the facts of an account
                    return rate == null
                            ? BigDecimal.ZERO
                            : row.getBigDecimal("total").multiply(rate);
                })
                .list()
                .stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
