package dev.keyline.coverage;

import java.util.List;

/** An account book as a plan sees it: what is asked, by whom it can be met, what was pinned earlier. */
public record Book(List<AccountDemand> demand, List<Person> people, List<Pin> pins) {
    public Book {
        demand = List.copyOf(demand);
        people = List.copyOf(people);
        pins = List.copyOf(pins);
    }
}
