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

    /** The same box but for one axis. */
    Box with(int axis, BitSet chosen) {
        return new Box(IntStream.range(0, regions.size())
                .mapToObj(i -> i == axis ? chosen : regions.get(i))
                .toList());
    }
}
