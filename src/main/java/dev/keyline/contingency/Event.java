package dev.keyline.contingency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Something that has not happened and is looked at as if it had. */
public sealed interface Event {
    /**
     * An account manager of ours leaves.
     *
     * @param on the first day without
     */
    record ManagerLeaves(String manager, LocalDate on) implements Event {}

    /**
     * A person at the customer has left.
     *
     * @param on the day; not after the day of the what-if
     */
    record ContactLeaves(String contact, LocalDate on) implements Event {}

    /**
     * Customers have less to spend.
     *
     * @param by the part that is gone: 0.2 for 20 %, above 0, at most 1
     */
    record BudgetCut(List<String> accounts, BigDecimal by) implements Event {
        public BudgetCut {
            accounts = List.copyOf(accounts);
        }
    }
}
