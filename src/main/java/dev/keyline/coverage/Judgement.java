package dev.keyline.coverage;

import java.util.List;

/**
 * What an assignment is worth. A cost is what is taken off a level of the score, 0 or more.
 *
 * @param score as in {@code 0hard/0medium/-1234soft}
 * @param hard what is broken: more than 0 is no plan
 * @param medium what is left open
 * @param soft in hundredths of the reporting currency
 * @param constraints every one that costs something, and every soft one; hard before medium before soft
 */
public record Judgement(String score, long hard, long medium, long soft, List<ConstraintCost> constraints) {
    public Judgement {
        constraints = List.copyOf(constraints);
    }

    boolean betterThan(Judgement other) {
        int first = Long.compare(hard, other.hard);
        int then = first != 0 ? first : Long.compare(medium, other.medium);
        return then != 0 ? then < 0 : soft < other.soft;
    }

    /** What a constraint takes off its level of the score; nothing where it is not among {@link #constraints}. */
    public long costOf(String constraint) {
        return constraints.stream()
                .filter(cost -> cost.constraint().equals(constraint))
                .mapToLong(ConstraintCost::cost)
                .sum();
    }
}
