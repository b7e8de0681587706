package dev.keyline.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of pairs that are not there, are no account with an account manager, or stand in the list twice. */
final class PairingCheck {
    private record Pair(String account, String person) {}

    private final Map<String, AccountDemand> accounts;
    private final Map<String, Person> people;
    private final Map<Pair, Integer> seen = new HashMap<>();
    private final Bounds bounds;

    private PairingCheck(PlanInput input, Bounds bounds) {
        this.accounts = input.demand().stream()
                .collect(Collectors.toMap(AccountDemand::id, Function.identity(), (one, same) -> one));
        this.people =
                input.people().stream().collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one));
        this.bounds = bounds;
    }

    static void check(PlanInput input, Bounds bounds) {
        PairingCheck check = new PairingCheck(input, bounds);
        List<Pairing> pairings = input.pairings();
        for (int i = 0; i < pairings.size(); i++) {
            check.row(i, pairings.get(i));
        }
    }

    private void row(int i, Pairing pairing) {
        String row = "/pairings/" + i;
        bounds.require(
                accounts.containsKey(pairing.account()),
                row + "/account",
                "there is no account " + pairing.account() + " in this plan");
        Person person = people.get(pairing.person());
        bounds.require(person != null, row + "/person", "there is nobody called " + pairing.person() + " in this plan");
        bounds.require(
                person == null || person.kind() == PersonKind.ACCOUNT_MANAGER,
                row + "/person",
                pairing.person() + " is no account manager");
        Integer before = seen.putIfAbsent(new Pair(pairing.account(), pairing.person()), i);
        bounds.require(before == null, row, "the same pair stands in the list already, in row " + before);
        if (pairing.fit() != null) {
            bounds.between(row + "/fit", pairing.fit(), 0, 100);
        }
        if (pairing.cost() != null) {
            bounds.money(row + "/cost", pairing.cost());
        }
        if (pairing.load() != null) {
            bounds.points(row + "/load", pairing.load());
        }
    }
}
