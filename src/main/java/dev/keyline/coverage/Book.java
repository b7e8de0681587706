package dev.keyline.coverage;

import java.util.List;
import java.util.Map;

/** An account book as a plan sees it: what is asked, by whom it can be met, what was pinned earlier. */
public record Book(List<AccountDemand> demand, List<Person> people, List<Pin> pins) {
    public Book {
        demand = List.copyOf(demand);
        people = List.copyOf(people);
        pins = List.copyOf(pins);
    }

    /** The same book with other care asked for some accounts, by id. */
    public Book with(Map<String, Care> care) {
        return new Book(
                demand.stream()
                        .map(account -> care.containsKey(account.id()) ? account.with(care.get(account.id())) : account)
                        .toList(),
                people,
                pins);
    }
}
