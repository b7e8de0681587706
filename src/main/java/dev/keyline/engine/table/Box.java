package dev.keyline.engine.table;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases that lie together: on each axis of a space, some of its regions.
 *
 * @param regions by axis, numbers of regions; not to be changed
 */
public record Box(List<BitSet> regions) {
    public Box {
        regions = List.copyOf(regions);
    }

    /** The cases of both; empty on an axis where they have none in common. */
    public Box and(Box other) {
        return new Box(IntStream.range(0, regions.size())
                .mapToObj(axis -> {
                    BitSet both = (BitSet) regions.get(axis).clone();
                    both.and(other.regions.get(axis));
                    return both;
                })
                .toList());
    }

    /** Whether there is no case in it. */
    public boolean isEmpty() {
        return regions.stream().anyMatch(BitSet::isEmpty);
    }

    /** Whether it and another have a case in common. */
    public boolean meets(Box other) {
        return IntStream.range(0, regions.size())
                .allMatch(axis -> regions.get(axis).intersects(other.regions.get(axis)));
    }

    /** Whether every case of another is one of its own. */
    public boolean contains(Box other) {
        return and(other).equals(other);
    }

    /** The same box but for one axis. */
    public Box with(int axis, BitSet chosen) {
        return new Box(IntStream.range(0, regions.size())
                .mapToObj(i -> i == axis ? chosen : regions.get(i))
                .toList());
    }
}
