package dev.keyline.coverage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An account book as a plan sees it: what is asked, by whom it can be met, what was pinned earlier.
 *
 * @param policies the versions of the policies that say what is asked, by name
 */
public record Book(
        List<AccountDemand> demand, List<Person> people, List<Pin> pins, SortedMap<String, Integer> policies) {
    public Book {
        demand = List.copyOf(demand);
        people = List.copyOf(people);
        pins = List.copyOf(pins);
        policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    }

    /** A book whose demand no policy says. */
    public Book(List<AccountDemand> demand, List<Person> people, List<Pin> pins) {
        this(demand, people, pins, new TreeMap<>());
    }

    /** The same book with other care asked for some accounts, by id. */
    public Book with(Map<String, Care> care) {
        return new Book(
                demand.stream()
                        .map(account -> care.containsKey(account.id()) ? account.with(care.get(account.id())) : account)
                        .toList(),
                people,
                pins,
                policies);
    }
}
