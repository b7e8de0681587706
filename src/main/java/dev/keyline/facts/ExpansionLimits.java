package dev.keyline.facts;

import java.math.BigDecimal;

/**
 * The numbers the expansion rules ask for: the outcome of the policy {@code expansion-limits}, where each has its source.
 *
 * @param seatsPercent from this share of seats in use on, in percent, seats run out
 * @param apiWatchPercent first rung of the ladder of API calls, in percent of the quota
 * @param apiActPercent second rung
 * @param apiFullPercent third rung: the quota is used up
 * @param promoterNps from this NPS of the account on, −100 to 100, it is a promoter
 * @param satisfiedNps from this NPS on it is satisfied enough to be offered more
 * @param wellUsedPercent from this share of seats in use on, in percent, what it has is well used
 * @param signalDays for how many days a signal that nobody withdrew is heard
 * @param settledDays for how many days a signal must have stood before it counts
 * @param renewalDays how many days before a contract's end an early renewal is spoken of
 */
public record ExpansionLimits(
        BigDecimal seatsPercent,
        BigDecimal apiWatchPercent,
        BigDecimal apiActPercent,
        BigDecimal apiFullPercent,
        BigDecimal promoterNps,
        BigDecimal satisfiedNps,
        BigDecimal wellUsedPercent,
        int signalDays,
        int settledDays,
        int renewalDays) {}
