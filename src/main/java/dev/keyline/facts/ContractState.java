package dev.keyline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the account's contracts stand. Null is unknown.
 *
 * @param activeContracts contracts that run
 * @param nextRenewalOn the day the first of them ends
 * @param noticeGivenOn the day notice was given on one of them; null: it was not
 */
public record ContractState(
        @Nullable BigDecimal activeContracts,
        @Nullable LocalDate nextRenewalOn,
        @Nullable LocalDate noticeGivenOn) {

    /** Whether the account is a customer today: who has bought nothing cannot buy more. */
    public boolean running() {
        return activeContracts != null && activeContracts.signum() > 0;
    }
}
