package dev.keyline.contingency;

import dev.keyline.contingency.Event.BudgetCut;
import dev.keyline.contingency.Event.ContactLeaves;
import dev.keyline.contingency.Event.ManagerLeaves;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.Person;
import dev.keyline.portfolio.PersonStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which accounts an event would hit, and whether it can happen at all. */
final class AffectedAccounts {
    static final int MOST_ACCOUNTS = 1000;

    private final Handle handle;
    private final LocalDate today;

    AffectedAccounts(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    /**
     * Looks them up.
     *
     * @throws BadInputException naming whom or what there is not, by its place in the body
     */
    Hit of(Event event) {
        if (event instanceof ManagerLeaves leaves) {
            return of(leaves);
        }
        return event instanceof ContactLeaves leaves ? of(leaves) : of((BudgetCut) event);
    }

    private Hit of(ManagerLeaves event) {
        Person manager = PersonStore.find(handle, event.manager())
                .orElseThrow(
                        () -> new BadInputException("/managerLeaves/manager", "there is no person " + event.manager()));
        if (!manager.kind().equals("account-manager")) {
            throw new BadInputException("/managerLeaves/manager", manager.name() + " is no account manager");
        }
        if (event.on().isBefore(today)) {
            throw new BadInputException("/managerLeaves/on", "must not be before the day of the what-if, " + today);
        }
        List<String> accounts = handle.createQuery("""
                        select account_id from assignment
                        where person_id = :person and role = 'account-manager' order by account_id
                        """)
                .bind("person", manager.id())
                .mapTo(String.class)
                .list();
        return new Hit("%s leaves on %s.".formatted(manager.name(), event.on()), accounts);
    }

    private record Contact(String account, String name, LocalDate leftOn) {}

    private Hit of(ContactLeaves event) {
        Contact contact = handle.createQuery("select account_id, name, left_on from contact where id = :id")
                .bind("id", event.contact())
                .map((row, context) -> new Contact(
                        row.getString("account_id"), row.getString("name"), row.getObject("left_on", LocalDate.class)))
                .findOne()
                .orElseThrow(() ->
                        new BadInputException("/contactLeaves/contact", "there is no contact " + event.contact()));
        if (contact.leftOn() != null && !contact.leftOn().isAfter(today)) {
            throw new BadInputException(
                    "/contactLeaves/contact", contact.name() + " has left already, on " + contact.leftOn());
        }
        if (event.on().isAfter(today)) {
            throw new BadInputException("/contactLeaves/on", "must not be after the day of the what-if, " + today);
        }
        return new Hit("%s left on %s.".formatted(contact.name(), event.on()), List.of(contact.account()));
    }

    private Hit of(BudgetCut event) {
        List<InputError> errors = new ArrayList<>();
        if (event.by().signum() <= 0 || event.by().compareTo(BigDecimal.ONE) > 0) {
            errors.add(new InputError("/budgetCut/by", "must be above 0 and at most 1, as in 0.2 for 20 %"));
        }
        List<String> accounts = event.accounts();
        if (accounts.isEmpty() || accounts.size() > MOST_ACCOUNTS) {
            errors.add(new InputError("/budgetCut/accounts", "must name 1 to " + MOST_ACCOUNTS + " accounts"));
        }
        Set<String> known = Known.among(handle, Entity.ACCOUNT, accounts);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < accounts.size(); i++) {
            String pointer = "/budgetCut/accounts/" + i;
            if (!known.contains(accounts.get(i))) {
                errors.add(new InputError(pointer, "there is no account " + accounts.get(i)));
            } else if (!named.add(accounts.get(i))) {
                errors.add(new InputError(pointer, accounts.get(i) + " stands in the list already"));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        String percent = event.by().movePointRight(2).stripTrailingZeros().toPlainString();
        return new Hit("The budget is cut by %s %%.".formatted(percent), accounts);
    }
}
