package dev.keyline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How severe each thing would be if it were found on this account: the outcome of the policy {@code escalation-matrix}. A
 * severity is {@code critical}, {@code high}, {@code medium}, {@code low}, or {@code none} for what is not escalated.
 *
 * @param criticalTicket an escalated ticket of critical severity is open
 * @param highTicket an escalated ticket of high severity is open
 * @param usageFallingTroubled usage falls week after week while tickets trouble the customer
 * @param usageFalling usage falls week after week
 * @param usageDropRed a large part of the users went silent within days
 * @param usageDropYellow a part of the users went silent within days
 * @param competitiveEvaluation the customer evaluates others
 * @param noticeGiven notice was given; {@code none} where it was not
 * @param championChange who spoke for us has gone
 * @param championSilent who spoke for us has gone silent
 * @param executiveTurnover an executive of the customer has gone or come
 * @param healthCritical health is critical; {@code none} where it is not
 * @param troubledTickets from so many open tickets that are escalated or sound displeased the customer is in trouble
 * @param level who has an escalation first
 * @param noticeGivenOn the day of the notice; null without one
 * @param healthScore 0 to 100; null unknown
 */
public record EscalationMatrix(
        String criticalTicket,
        String highTicket,
        String usageFallingTroubled,
        String usageFalling,
        String usageDropRed,
        String usageDropYellow,
        String competitiveEvaluation,
        String noticeGiven,
        String championChange,
        String championSilent,
        String executiveTurnover,
        String healthCritical,
        int troubledTickets,
        String level,
        @Nullable LocalDate noticeGivenOn,
        @Nullable BigDecimal healthScore) {}
