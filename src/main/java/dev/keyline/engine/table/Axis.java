package dev.keyline.engine.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One direction in which cases differ: the value of a column, or whether an opaque cell's expression holds.
 *
 * @param expression what witnesses call it
 * @param title what people call it
 * @param opaque whether it is an opaque cell's expression; its regions are then: holds, does not hold
 */
record Axis(String expression, String title, boolean opaque, List<Region> regions) {

    /** Whether null is among its values. */
    int nothing() {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).form() == Region.Form.NOTHING) {
                return i;
            }
        }
        return -1;
    }

    /** Regions in words that follow the title: {@code from 60 to below 61 or above 80}. */
    String words(BitSet chosen) {
        if (opaque) {
            return chosen.get(0) ? "holds" : "does not hold";
        }
        List<String> parts = new ArrayList<>();
        boolean otherText = false;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            otherText |= regions.get(i).form() == Region.Form.OTHER_TEXT;
        }
        if (otherText) {
            parts.add(otherText(chosen));
        }
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            Region region = regions.get(i);
            if (region.form() == Region.Form.NOTHING) {
                parts.add("absent");
            } else if (region.form() == Region.Form.UNTOLD) {
                parts.add("present");
            } else if (region.kind().isOrdered()) {
                int last = i;
                while (chosen.get(last + 1) && regions.get(last + 1).kind() == region.kind()) {
                    last++;
                }
                parts.add(interval(region, regions.get(last)));
                i = last;
            } else if (!otherText || region.kind() != ValueKind.TEXT) {
                parts.add(Values.text(region.sample()));
            }
        }
        return String.join(" or ", parts);
    }

    private String otherText(BitSet chosen) {
        List<String> excluded = new ArrayList<>();
        for (int i = chosen.nextClearBit(0); i < regions.size(); i = chosen.nextClearBit(i + 1)) {
            if (regions.get(i).kind() == ValueKind.TEXT) {
                excluded.add(Values.text(regions.get(i).sample()));
            }
        }
        return excluded.isEmpty() ? "any text" : "any text but " + String.join(", ", excluded);
    }

    private static String interval(Region first, Region last) {
        boolean point = first.form() == Region.Form.POINT && last.equals(first);
        Object low = first.low();
        Object high = last.high();
        if (point) {
            return plain(low);
        }
        if (low == null && high == null) {
            return "any " + first.kind().word();
        }
        String from = low == null ? "" : (first.form() == Region.Form.POINT ? "from " : "above ") + plain(low);
        String to = high == null
                ? ""
                : last.form() == Region.Form.BETWEEN ? "below " + plain(high) : "up to " + plain(high);
        if (from.isEmpty() || to.isEmpty()) {
            return from + to;
        }
        return from + (last.form() == Region.Form.BETWEEN ? " to below " : " to ") + plain(high);
    }

    /** As people read it: without FEEL's marks of dates and durations. */
    private static String plain(@Nullable Object value) {
        String text = Values.text(value);
        return text.startsWith("@") ? text.substring(2, text.length() - 1) : text;
    }
}
