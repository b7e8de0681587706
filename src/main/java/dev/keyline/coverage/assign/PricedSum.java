package dev.keyline.coverage.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * What it costs an agent to hold more than now, as lines below which that does not go: through points of the price for a
 * search, so that it is right at these; below the price everywhere for a proof.
 */
final class PricedSum {
    /** Sets {@code width × paid ≥ rise × more + level}. */
    record Line(long width, long rise, long level) {}

    private static final int LINES_OF_PROOF = 64;

    private final Price price;
    private final long from;
    private final long to;
    private final long unit;
    private final boolean proving;
    private final Floor floor;

    /**
     * A price of some agent and resource.
     *
     * @param from the sum now, for which nothing more is paid
     * @param to the largest sum, above the first
     * @param unit in which costs are counted
     */
    PricedSum(Price price, long from, long to, long unit, boolean proving) {
        this.price = price;
        this.from = from;
        this.to = to;
        this.unit = unit;
        this.proving = proving;
        this.floor = Floor.of(price, to);
    }

    /** In units, no more than is ever paid. */
    long least() {
        return Math.floorDiv(floor.least(0, 0) - price.at(from), unit) - 1;
    }

    /** In units, no less than any line asks for. */
    long most() {
        return Math.floorDiv(Math.max(price.at(to), price.at(from)) - price.at(from), unit) + 1;
    }

    List<Line> lines(long expected) {
        return proving ? below() : through(Breakpoints.of(from, to, expected));
    }

    private List<Line> through(NavigableSet<Long> points) {
        List<Line> lines = new ArrayList<>();
        long before = from;
        for (long next : points.tailSet(from, false)) {
            long width = next - before;
            long rise = inUnits(price.at(next) - price.at(before));
            lines.add(
                    new Line(width, rise, width * inUnits(price.at(before) - price.at(from)) - rise * (before - from)));
            before = next;
        }
        return lines;
    }

    private long inUnits(long cost) {
        return Math.floorDiv(cost + unit / 2, unit);
    }

    /** Whatever its slope, a line that is nowhere above the price's floor is valid; those along the price are the best. */
    private List<Line> below() {
        List<Line> lines = new ArrayList<>();
        long width = Math.max(1, (to - from) / LINES_OF_PROOF);
        for (long point = from; point < to; point += width) {
            long next = Math.min(to, point + width);
            long slope = Math.floorDiv(price.at(next) - price.at(point), unit * (next - point));
            long level = floor.least(slope * unit, 0) - price.at(from) + slope * unit * from;
            lines.add(new Line(1, slope, Math.floorDiv(level, unit)));
        }
        return lines;
    }
}
