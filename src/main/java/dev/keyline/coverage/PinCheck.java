package dev.keyline.coverage;

import dev.keyline.http.InputError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pins that cannot hold: of somebody unknown or not eligible, against each other, against an account that must stay. */
final class PinCheck {
    private final PlanInput input;
    private final Map<String, AccountDemand> accounts = new HashMap<>();
    private final Map<String, Candidate> people = new HashMap<>();
    private final Set<String> approved;
    private final Eligibility eligibility;
    private final Map<String, Pin> managerPins = new HashMap<>();
    private final Map<String, Pin> sponsorPins = new HashMap<>();
    private final List<InputError> errors = new ArrayList<>();

    private PinCheck(PlanInput input) {
        this.input = input;
        this.approved = new HashSet<>(input.approvedMoves());
        Rates rates = Rates.of(input);
        for (AccountDemand account : input.demand()) {
            accounts.put(account.id(), account);
        }
        for (Person person : input.people()) {
            people.put(
                    person.id(),
                    new Candidate(people.size(), person, rates, Capacity.of(person, input.limits(), input.asOf())));
        }
        this.eligibility = new Eligibility(List.copyOf(people.values()), input.limits());
    }

    /** @param input sound but for its pins */
    static List<InputError> errors(PlanInput input) {
        PinCheck check = new PinCheck(input);
        for (int i = 0; i < input.pins().size(); i++) {
            check.pin(input.pins().get(i), "/pins/" + i);
        }
        return check.errors;
    }

    private void pin(Pin pin, String row) {
        AccountDemand account = accounts.get(pin.account());
        Candidate person = people.get(pin.person());
        if (account == null) {
            refuse(row + "/account", "there is no account " + pin.account() + " in this plan");
        } else if (person == null) {
            refuse(row + "/person", "there is nobody called " + pin.person() + " in this plan");
        } else {
            String refusal = refusal(pin, account, person);
            if (refusal != null) {
                refuse(row + "/person", refusal);
            }
        }
    }

    private void refuse(String pointer, String message) {
        errors.add(new InputError(pointer, message));
    }

    private @Nullable String refusal(Pin pin, AccountDemand account, Candidate person) {
        Map<String, Pin> sameSeat = pin.seat() == Seat.ACCOUNT_MANAGER ? managerPins : sponsorPins;
        Pin before = sameSeat.putIfAbsent(account.id(), pin);
        if (before != null) {
            return before.person().equals(pin.person())
                    ? "the same pin stands in the list already"
                    : "%s is pinned to %s already".formatted(account.name(), before.person());
        }
        String notEligible = eligibility.refusal(person, pin.seat(), account);
        if (notEligible != null) {
            return notEligible;
        }
        return pin.seat() == Seat.ACCOUNT_MANAGER ? managerRefusal(account, person) : sponsorRefusal(account, person);
    }

    private @Nullable String managerRefusal(AccountDemand account, Candidate person) {
        String stays =
                CoverageProblem.whyItStays(account, input.asOf(), input.limits().frozenDays());
        Candidate present = account.accountManager() == null ? null : people.get(account.accountManager());
        if (stays != null
                && present != null
                && present != person
                && !approved.contains(account.id())
                && eligibility.refusal(present, Seat.ACCOUNT_MANAGER, account) == null) {
            return "%s stays with %s because %s; name it in approvedMoves to move it"
                    .formatted(account.name(), present.name(), stays);
        }
        Pin sponsor = sponsorPins.get(account.id());
        return sponsor == null ? null : lineManagerRefusal(person, people.get(sponsor.person()));
    }

    private @Nullable String sponsorRefusal(AccountDemand account, Candidate person) {
        if (!account.sponsorNeeded()) {
            return account.name() + " needs no executive sponsor";
        }
        for (Pin other : sponsorPins.values()) {
            AccountDemand competitor = accounts.get(other.account());
            if (competitor != null
                    && !competitor.id().equals(account.id())
                    && other.person().equals(person.person().id())
                    && account.competesWith(competitor)) {
                return "%s is pinned as sponsor of the competitor %s".formatted(person.name(), competitor.name());
            }
        }
        Pin manager = managerPins.get(account.id());
        return manager == null ? null : lineManagerRefusal(people.get(manager.person()), person);
    }

    private static @Nullable String lineManagerRefusal(@Nullable Candidate manager, @Nullable Candidate sponsor) {
        return manager != null && sponsor != null && manager.reportsTo(sponsor)
                ? "%s is the line manager of %s, who is pinned to the same account"
                        .formatted(sponsor.name(), manager.name())
                : null;
    }
}
