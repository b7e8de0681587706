package dev.keyline.portfolio.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.portfolio.Account;
import dev.keyline.portfolio.AccountOverride;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.Assignment;
import dev.keyline.portfolio.Contact;
import dev.keyline.portfolio.Contract;
import dev.keyline.portfolio.Entitlement;
import dev.keyline.portfolio.Opportunity;
import dev.keyline.portfolio.Outcome;
import dev.keyline.portfolio.RecordStore;
import dev.keyline.portfolio.Signal;
import dev.keyline.portfolio.Ticket;
import dev.keyline.portfolio.TierOverride;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An account and everything that is stored under it but its readings and what is over. */
record AccountDocument(
        @JsonUnwrapped Account account,
        @Schema(description = "Who holds it today.") List<Assignment> assignments,

        @Schema(description = "A tier set by hand that holds today.", nullable = true) @Nullable
        TierOverride tierOverride,

        @Schema(description = "What people decided by hand and acts today.")
        List<AccountOverride> overrides,

        @Schema(description = "People at the customer, those who left included.")
        List<Contact> contacts,

        @Schema(description = "What was signed, the last to end first.")
        List<Contract> contracts,

        @Schema(description = "What it may use.") List<Entitlement> entitlements,

        @Schema(description = "Sales that may come or came, the newest first.")
        List<Opportunity> opportunities,

        @Schema(description = "Support cases that are open, the newest first.")
        List<Ticket> openTickets,

        @Schema(description = "What was noticed and not withdrawn, the newest first.")
        List<Signal> signals,

        @Schema(description = "What holds for it, by policy, as of the last finished review.")
        Map<String, Outcome> outcomes) {
    static Optional<AccountDocument> find(Handle handle, String id, List<AccountOverride> acting, ObjectMapper mapper) {
        return AccountStore.find(handle, id)
                .map(account -> new AccountDocument(
                        account,
                        AccountStore.assignments(handle, id),
                        TierOverride.among(acting).orElse(null),
                        acting,
                        RecordStore.contacts(handle, id),
                        RecordStore.contracts(handle, id),
                        RecordStore.entitlements(handle, id),
                        RecordStore.opportunities(handle, id),
                        RecordStore.openTickets(handle, id),
                        RecordStore.signals(handle, id),
                        AccountStore.outcomes(handle, id, mapper)));
    }
}
