package dev.keyline.portfolio;

import com.fasterxml.uuid.Generators;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * People's own words, which win over a policy until they expire. Of a kind one acts for an account at a time (of
 * exclusions: one for each value); a new one takes its place, and the old one stays to be seen.
 */
@Singleton
public class Overrides {
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    Overrides(BusinessTime businessTime, Clock clock) {
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /** What acts for an account today, by kind. */
    public List<AccountOverride> acting(Handle handle, String account) {
        return OverrideStore.acting(handle, account, today());
    }

    /** All there ever were for an account, newest first. */
    public Page<AccountOverride> list(Handle handle, String account, PageRequest page) {
        return page.page(
                OverrideStore.page(handle, account, page.after(OverrideStore.Place.class), today(), page.limit() + 1),
                OverrideStore.Place::of);
    }

    /**
     * One of an account's.
     *
     * @throws NotFoundException when the account has none of that id
     */
    public AccountOverride get(Handle handle, String account, UUID id) {
        return OverrideStore.find(handle, account, id, today())
                .orElseThrow(() -> new NotFoundException("override", id.toString()));
    }

    /**
     * Decides something by hand.
     *
     * @return its id
     * @throws BadInputException with every error found
     * @throws NotFoundException when there is no such account
     */
    public UUID set(PortfolioChange change, String account, OverrideToSet wanted, String author) {
        OverrideToSet.Checked override = wanted.check(today());
        lock(change, account);
        Instant now = now();
        UUID id = Generators.timeBasedEpochGenerator().generate();
        OverrideStore.insert(change.handle(), id, account, override, author, now);
        acting(change.handle(), account).stream()
                .filter(other -> !other.id().equals(id) && takesThePlaceOf(override, other))
                .forEach(other -> OverrideStore.withdraw(change.handle(), other.id(), author, "replaced", id, now));
        change.changed(account);
        return id;
    }

    /**
     * Ends what acts, before it expires.
     *
     * @throws BadInputException when no reason is given
     * @throws NotFoundException when the account has no such override
     * @throws ConflictException when it is over already
     */
    public void withdraw(PortfolioChange change, String account, UUID id, @Nullable String reason, String by) {
        lock(change, account);
        AccountOverride override = get(change.handle(), account, id);
        OverrideToSet.reasonRefusal(reason).ifPresent(error -> {
            throw new BadInputException(List.of(error));
        });
        if (override.withdrawnAt() != null) {
            throw new ConflictException(override.withdrawnBy() + " has withdrawn it already.");
        }
        if (!override.acting()) {
            throw new ConflictException("It has expired on " + override.expiresOn() + " already.");
        }
        OverrideStore.withdraw(change.handle(), id, by, String.valueOf(reason).strip(), null, now());
        change.changed(account);
    }

    /** The tier set by hand is taken back with the account's record. */
    public void takeTierBack(PortfolioChange change, String account, String by) {
        acting(change.handle(), account).stream()
                .filter(override -> override.kind().equals(OverrideKind.TIER.word()))
                .forEach(override -> {
                    OverrideStore.withdraw(
                            change.handle(), override.id(), by, "taken back with the account's record", null, now());
                    change.changed(account);
                });
    }

    /** What imports tell of tiers set by hand begins to act where it is new. */
    void adopt(Handle handle, Collection<String> accounts) {
        OverrideStore.adopt(handle, accounts, today(), now());
    }

    private static boolean takesThePlaceOf(OverrideToSet.Checked override, AccountOverride other) {
        return other.kind().equals(override.kind().word())
                && (!override.kind().isForEachValue() || other.value().equals(override.value()));
    }

    private static void lock(PortfolioChange change, String account) {
        if (AccountStore.lockRevision(change.handle(), account).isEmpty()) {
            throw new NotFoundException("account", account);
        }
    }

    private LocalDate today() {
        return businessTime.dayOf(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
