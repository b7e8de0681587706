package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan asks of one person, and of how much.
 *
 * @param position among the people of the plan, from 0
 * @param accounts held by an account manager, sponsored by an executive
 * @param accountLimit of an executive; null for an account manager
 * @param load points held in a month
 * @param capacity points available in the month of the plan, after ramp and leave
 * @param annualRevenue held, in the reporting currency a year, where it is known
 * @param anotherSaves what another account manager like this one would save of the soft cost, at most, in the reporting
 *     currency: an estimate from the prices of the plan's bound. Null for an executive, and where the plan has no bound
 */
public record Load(
        int position,
        PersonRef person,
        PersonKind kind,
        int accounts,
        @Nullable Integer accountLimit,
        int tier1Accounts,
        Points load,
        Points capacity,
        BigDecimal annualRevenue,
        @Nullable BigDecimal anotherSaves) {}
