package dev.keyline.facts;

import java.math.BigDecimal;

/**
 * The numbers the early-warning rules ask for: the outcome of the policy {@code early-warning-limits}, where each has its source.
 *
 * @param dropDays the span over which a sudden drop of utilisation is looked for, in days
 * @param dropYellowPoints from this drop of utilisation on, in percentage points, a yellow warning
 * @param dropRedPoints from this drop of utilisation on, in percentage points, a red one
 * @param fallingWeeks weeks in a row that usage has to fall
 * @param championSilentDays days without contact after which a champion counts as silent
 * @param engagedWithinDays for how many days after the last touch a contact counts as engaged
 * @param leastEngagedContacts fewer engaged contacts than these hang the account on a thread
 * @param executiveLevel from this contact level on, who leaves is an executive; 1 to 6
 * @param signalDays for how many days a signal that nobody withdrew, or a departure, is heard
 * @param recentAnswerDays answers of so many past days are the recent ones
 * @param slowAnswerFactor recent answers that take this many times the usual are slow
 */
public record EarlyWarningLimits(
        int dropDays,
        BigDecimal dropYellowPoints,
        BigDecimal dropRedPoints,
        int fallingWeeks,
        int championSilentDays,
        int engagedWithinDays,
        int leastEngagedContacts,
        int executiveLevel,
        int signalDays,
        int recentAnswerDays,
        BigDecimal slowAnswerFactor) {}
