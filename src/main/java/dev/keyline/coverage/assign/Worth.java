package dev.keyline.coverage.assign;

/**
 * What an assignment is worth, less being better.
 *
 * @param open the penalties of the jobs that nobody holds; outweighs any cost
 * @param cost of the pairs and of what each agent holds
 */
public record Worth(long open, long cost) implements Comparable<Worth> {
    @Override
    public int compareTo(Worth other) {
        int first = Long.compare(open, other.open);
        return first != 0 ? first : Long.compare(cost, other.cost);
    }

    public boolean betterThan(Worth other) {
        return compareTo(other) < 0;
    }
}
