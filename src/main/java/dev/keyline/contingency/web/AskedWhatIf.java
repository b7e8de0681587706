package dev.keyline.contingency.web;

import dev.keyline.contingency.Event;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The event to rehearse: exactly one of the first three. */
@Schema(description = "The event to rehearse: exactly one of managerLeaves, contactLeaves and budgetCut.")
record AskedWhatIf(
        @Schema(description = "An account manager of ours leaves.", nullable = true) @Nullable
        ManagerLeaves managerLeaves,

        @Schema(description = "A person at the customer, such as a champion, has left.", nullable = true) @Nullable
        ContactLeaves contactLeaves,

        @Schema(description = "Customers have less to spend.", nullable = true) @Nullable
        BudgetCut budgetCut,

        @Schema(description = "The instant to look from. Absent: now.", nullable = true) @Nullable
        Instant asOf) {

    /** An account manager of ours leaves. */
    @Schema(description = "An account manager of ours leaves.")
    record ManagerLeaves(
            @Schema(description = "The account manager's id.", required = true, examples = "M15") @Nullable
            String manager,

            @Schema(description = "The first day without; not before the as-of day.", required = true) @Nullable
            LocalDate on) {}

    /** A person at the customer has left. */
    @Schema(description = "A person at the customer has left.")
    record ContactLeaves(
            @Schema(description = "The contact's id.", required = true, examples = "A001-P2") @Nullable
            String contact,

            @Schema(description = "The day; not after the as-of day, which is the default.", nullable = true) @Nullable
            LocalDate on) {}

    /** Customers have less to spend. */
    @Schema(description = "Customers have less to spend.")
    record BudgetCut(
            @Schema(description = "The accounts, 1 to 1000.", required = true, examples = "[\"A001\"]") @Nullable
            List<@Nullable String> accounts,

            @Schema(
                    description = "The part that is gone, above 0 and at most 1: 0.2 for 20 %.",
                    required = true,
                    examples = "0.2")
            @Nullable
            BigDecimal by) {}

    /**
     * The one event that is asked.
     *
     * @param today the as-of day
     * @throws BadInputException when there is none, or several, or a part of it is missing
     */
    Event event(LocalDate today) {
        if (Stream.of(managerLeaves, contactLeaves, budgetCut)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new BadInputException("", "must name exactly one of managerLeaves, contactLeaves and budgetCut");
        }
        List<InputError> missing = new ArrayList<>();
        Event event = null;
        if (managerLeaves != null) {
            String manager = present("/managerLeaves/manager", managerLeaves.manager, missing);
            LocalDate on = present("/managerLeaves/on", managerLeaves.on, missing);
            event = manager == null || on == null ? null : new Event.ManagerLeaves(manager, on);
        } else if (contactLeaves != null) {
            String contact = present("/contactLeaves/contact", contactLeaves.contact, missing);
            LocalDate on = Objects.requireNonNullElse(contactLeaves.on, today);
            event = contact == null ? null : new Event.ContactLeaves(contact, on);
        } else if (budgetCut != null) {
            event = budgetCut(budgetCut, missing);
        }
        if (event == null) {
            throw new BadInputException(missing);
        }
        return event;
    }

    private static @Nullable Event budgetCut(BudgetCut cut, List<InputError> missing) {
        BigDecimal by = present("/budgetCut/by", cut.by, missing);
        List<@Nullable String> named = present("/budgetCut/accounts", cut.accounts, missing);
        List<String> accounts = new ArrayList<>();
        for (int i = 0; named != null && i < named.size(); i++) {
            String account = present("/budgetCut/accounts/" + i, named.get(i), missing);
            if (account != null) {
                accounts.add(account);
            }
        }
        return by == null || !missing.isEmpty() ? null : new Event.BudgetCut(accounts, by);
    }

    private static <T> @Nullable T present(String pointer, @Nullable T value, List<InputError> missing) {
        if (value == null) {
            missing.add(new InputError(pointer, "must be given"));
        }
        return value;
    }
}
