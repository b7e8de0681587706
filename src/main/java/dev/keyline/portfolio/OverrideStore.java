package dev.keyline.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code account_override}. */
final class OverrideStore {
    private static final String COLUMNS =
            "o.*, o.withdrawn_at is null and o.expires_on > :today as acting from account_override o";

    // those an import told of begin before all others
    private static final String PAGE = "select " + COLUMNS + """
             where o.account_id = :account
               and (cast(:id as uuid) is null
                    or (coalesce(o.set_at, 'epoch'), o.id) < (cast(:at as timestamptz), cast(:id as uuid)))
             order by coalesce(o.set_at, 'epoch') desc, o.id desc limit :limit
            """;

    private static final String ACTING = "select " + COLUMNS + """
             where o.account_id = :account and o.withdrawn_at is null and o.expires_on > :today
             order by o.kind, o.value, o.id
            """;

    /** What imports have told of and does not act like that: it takes the place of what does. */
    private static final String ADOPT = """
            with told as materialized (
              select gen_random_uuid() as id, t.* from tier_override t
              where t.account_id = any(:accounts) and t.reason <> ''
                and not exists (
                  select from account_override o
                  where o.account_id = t.account_id and o.kind = 'tier' and o.withdrawn_at is null
                    and (o.value, o.reason, o.author, o.expires_on) = (t.tier, t.reason, t.author, t.expires_on))),
            added as (
              insert into account_override (id, account_id, kind, value, reason, author, set_at, expires_on)
              select id, account_id, 'tier', tier, reason, author,
                     case when exists (select from account_override o
                                       where o.account_id = told.account_id and o.kind = 'tier')
                          then cast(:now as timestamptz) end,
                     expires_on
              from told)
            update account_override o
            set withdrawn_at = :now, withdrawn_by = told.author, withdrawn_reason = 'replaced by what an import tells',
                replaced_by = told.id
            from told
            where o.account_id = told.account_id and o.kind = 'tier' and o.withdrawn_at is null and o.expires_on > :today
            """;

    private OverrideStore() {}

    /** Where an override stands in an account's list. */
    record Place(Instant at, UUID id) {
        static Place of(AccountOverride override) {
            return new Place(override.setAt() == null ? Instant.EPOCH : override.setAt(), override.id());
        }
    }

    static List<AccountOverride> page(
            Handle handle, String account, Optional<Place> after, LocalDate today, int limit) {
        return handle.createQuery(PAGE)
                .bind("account", account)
                .bind("at", after.map(Place::at).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("today", today)
                .bind("limit", limit)
                .map(ConstructorMapper.of(AccountOverride.class))
                .list();
    }

    static List<AccountOverride> acting(Handle handle, String account, LocalDate today) {
        return handle.createQuery(ACTING)
                .bind("account", account)
                .bind("today", today)
                .map(ConstructorMapper.of(AccountOverride.class))
                .list();
    }

    static Optional<AccountOverride> find(Handle handle, String account, UUID id, LocalDate today) {
        return handle.createQuery("select " + COLUMNS + " where o.account_id = :account and o.id = :id")
                .bind("account", account)
                .bind("id", id)
                .bind("today", today)
                .map(ConstructorMapper.of(AccountOverride.class))
                .findOne();
    }

    static void insert(
            Handle handle, UUID id, String account, OverrideToSet.Checked override, String author, Instant now) {
        int inserted = handle.createUpdate("""
                        insert into account_override (id, account_id, kind, value, reason, author, set_at, expires_on)
                        values (:id, :account, :kind, :value, :reason, :author, :now, :expiresOn)
                        """)
                .bind("id", id)
                .bind("account", account)
                .bind("kind", override.kind().word())
                .bind("value", override.value())
                .bind("reason", override.reason())
                .bind("author", author)
                .bind("now", now)
                .bind("expiresOn", override.expiresOn())
                .execute();
        if (inserted != 1) {
            throw new IllegalStateException("an override was not inserted");
        }
    }

    static void withdraw(Handle handle, UUID id, String by, String reason, @Nullable UUID replacedBy, Instant now) {
        int updated = handle.createUpdate("""
                        update account_override set withdrawn_at = :now, withdrawn_by = :by, withdrawn_reason = :reason,
                                                    replaced_by = :replacedBy
                        where id = :id and withdrawn_at is null
                        """)
                .bind("id", id)
                .bind("by", by)
                .bind("reason", reason)
                .bind("replacedBy", replacedBy)
                .bind("now", now)
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("override " + id + " is withdrawn already");
        }
    }

    static void adopt(Handle handle, Collection<String> accounts, LocalDate today, Instant now) {
        handle.createUpdate(ADOPT)
                .bindArray("accounts", String.class, accounts.toArray())
                .bind("today", today)
                .bind("now", now)
                .execute();
    }
}
