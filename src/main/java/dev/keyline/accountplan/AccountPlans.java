package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.portfolio.Account;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads account plans and changes them: every change is a version, by somebody, and the account's facts follow it. */
@Singleton
public class AccountPlans {
    /** Who changes a plan, and why. */
    public record Author(String name, @Nullable String message) {
        public Author {
            if (message != null) {
                PlanText.refusal(message).ifPresent(refusal -> {
                    throw new BadInputException("message", refusal);
                });
            }
        }
    }

    private final Portfolio portfolio;
    private final PlanStore store;
    private final PlanChecks checks;
    private final PlanDifference difference;
    private final ObjectMapper mapper;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    AccountPlans(Portfolio portfolio, PlanStore store, ObjectMapper mapper, BusinessTime businessTime, Clock clock) {
        this.portfolio = portfolio;
        this.store = store;
        this.checks = new PlanChecks(mapper);
        this.difference = new PlanDifference(mapper);
        this.mapper = mapper;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /**
     * An account's plan; an empty one at revision 0 where nobody has written any.
     *
     * @throws NotFoundException when there is no such account
     */
    public AccountPlan get(String account) {
        return portfolio.read(handle -> get(handle, account));
    }

    public AccountPlan get(Handle handle, String account) {
        Account known = AccountStore.find(handle, account).orElseThrow(() -> new NotFoundException("account", account));
        Optional<PlanStore.Stored> stored = store.find(handle, account);
        PlanDocument document = stored.map(PlanStore.Stored::document).orElse(PlanDocument.EMPTY);
        return new AccountPlan(
                account,
                stored.map(PlanStore.Stored::revision).orElse(0L),
                stored.map(PlanStore.Stored::updatedAt).orElse(null),
                stored.map(PlanStore.Stored::updatedBy).orElse(null),
                document,
                StakeholderMap.of(document.stakeholders(), RecordStore.contacts(handle, account)),
                known.referenceStanding());
    }

    /** Changes a plan that the caller has read: {@code ifMatch} names the revision it is based on. */
    public AccountPlan edit(String account, @Nullable String ifMatch, Author author, PlanEdit edit) {
        return portfolio.change(change -> {
            Versions.requireMatch(ifMatch, lock(change.handle(), account));
            return edit(change, account, author, edit);
        });
    }

    /**
     * Changes a plan whatever its revision, in the caller's transaction; the same document again is no version.
     *
     * @throws NotFoundException when there is no such account
     */
    public AccountPlan edit(PortfolioChange change, String account, Author author, PlanEdit edit) {
        Handle handle = change.handle();
        long revision = lock(handle, account);
        PlanDocument before =
                store.find(handle, account).map(PlanStore.Stored::document).orElse(PlanDocument.EMPTY);
        ObjectNode edited = mapper.valueToTree(before);
        String place = edit.apply(edited);
        Instant now = clock.instant();
        PlanDocument after = checks.read(handle, account, before, edited, place, businessTime.dayOf(now));
        if (!after.equals(before)) {
            store.write(handle, account, new PlanVersion(revision + 1, author.message(), author.name(), now, after));
            change.touched(account);
        }
        return get(handle, account);
    }

    /** The revision of a plan that nobody else changes until the transaction ends. */
    private long lock(Handle handle, String account) {
        if (AccountStore.lockRevision(handle, account).isEmpty()) {
            throw new NotFoundException("account", account);
        }
        return store.find(handle, account).map(PlanStore.Stored::revision).orElse(0L);
    }

    /** Who changed it when and why, newest first. */
    public Page<PlanChange> versions(String account, PageRequest page) {
        get(account);
        Long below = page.after(Long.class).orElse(null);
        return page.page(
                portfolio.read(handle -> store.versions(handle, account, below, page.limit() + 1)), PlanChange::number);
    }

    /**
     * A plan as it was.
     *
     * @throws NotFoundException when there was no such version
     */
    public PlanVersion version(String account, long number) {
        return portfolio
                .read(handle -> store.version(handle, account, number))
                .orElseThrow(() -> new NotFoundException("version of the plan of " + account, Long.toString(number)));
    }

    /** What became different between two versions, in words; version 0 is the empty plan. */
    public List<PlanDifference.Entry> difference(String account, long from, long to) {
        return difference.between(document(account, from), document(account, to));
    }

    private PlanDocument document(String account, long number) {
        return number == 0 ? PlanDocument.EMPTY : version(account, number).plan();
    }
}
