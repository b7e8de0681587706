package dev.keyline.coverage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/** Maximum flow by Dinic's method over whole numbers. */
final class MaxFlow {
    private final int source;
    private final int sink;
    private final int[] first;
    private int[] next = new int[64];
    private int[] head = new int[64];
    private long[] left = new long[64];
    private int arcs;
    private final int[] level;
    private final int[] at;

    MaxFlow(int nodes, int source, int sink) {
        this.source = source;
        this.sink = sink;
        this.first = new int[nodes];
        this.level = new int[nodes];
        this.at = new int[nodes];
        Arrays.fill(first, -1);
    }

    void arc(int from, int to, long capacity) {
        half(from, to, capacity);
        half(to, from, 0);
    }

    private void half(int from, int to, long capacity) {
        if (arcs == head.length) {
            next = Arrays.copyOf(next, arcs * 2);
            head = Arrays.copyOf(head, arcs * 2);
            left = Arrays.copyOf(left, arcs * 2);
        }
        head[arcs] = to;
        left[arcs] = capacity;
        next[arcs] = first[from];
        first[from] = arcs++;
    }

    void run() {
        while (layers()) {
            System.arraycopy(first, 0, at, 0, first.length);
            while (push(source, Long.MAX_VALUE) > 0) {
                // each push saturates one more path of this layering
            }
        }
    }

    /** After {@link #run}: the nodes that can still be reached, which is one side of a minimum cut. */
    BitSet sourceSide() {
        BitSet side = new BitSet(level.length);
        for (int node = 0; node < level.length; node++) {
            side.set(node, level[node] >= 0);
        }
        return side;
    }

    private boolean layers() {
        Arrays.fill(level, -1);
        level[source] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(source);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int arc = first[node]; arc >= 0; arc = next[arc]) {
                if (left[arc] > 0 && level[head[arc]] < 0) {
                    level[head[arc]] = level[node] + 1;
                    queue.add(head[arc]);
                }
            }
        }
        return level[sink] >= 0;
    }

    private long push(int node, long wanted) {
        if (node == sink) {
            return wanted;
        }
        for (; at[node] >= 0; at[node] = next[at[node]]) {
            int arc = at[node];
            if (left[arc] > 0 && level[head[arc]] == level[node] + 1) {
                long pushed = push(head[arc], Math.min(wanted, left[arc]));
                if (pushed > 0) {
                    left[arc] -= pushed;
                    left[arc ^ 1] += pushed;
                    return pushed;
                }
            }
        }
        return 0;
    }
}
