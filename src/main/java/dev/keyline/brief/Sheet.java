package dev.keyline.brief;

import dev.keyline.decision.Grounds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brief laid out for reading, before it becomes Markdown or a page: what stands where, in plain text. */
record Sheet(String title, String subtitle, String made, List<Tile> tiles, List<Part> parts, List<Grounds> notes) {
    /** One of the few figures that a reader looks for first. */
    record Tile(String label, String value, String detail, String tone) {}

    /** A part under a heading. */
    record Part(String heading, List<Block> blocks) {}

    /** What a part is made of. */
    sealed interface Block {}

    /** A few words above what belongs together. */
    record Caption(String text) implements Block {}

    /** A sentence or more. */
    record Paragraph(String text) implements Block {}

    /** Points one after another. */
    record Points(List<Point> points) implements Block {}

    /**
     * One point.
     *
     * @param note the number of what it rests on, from 1; null: somebody's own word
     */
    record Point(
            String label,
            String text,
            String tone,
            @Nullable Integer note) {}

    /** Rows under headers, all of one length. */
    record Table(List<String> headers, List<List<String>> rows) implements Block {}

    /** Puts parts together and numbers what statements rest on. */
    static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private final List<Grounds> notes = new ArrayList<>();

        /** The number of what a statement rests on; the same grounds have one number. */
        int note(Grounds grounds) {
            int known = notes.indexOf(grounds);
            if (known >= 0) {
                return known + 1;
            }
            notes.add(grounds);
            return notes.size();
        }

        Points points(List<Statement> statements) {
            return new Points(statements.stream()
                    .map(said -> new Point(Words.capital(said.topic()), said.text(), said.tone(), note(said.grounds())))
                    .toList());
        }

        /** A part, unless nothing is in it. */
        void add(String heading, List<Block> blocks) {
            List<Block> filled = new ArrayList<>();
            for (Block block : blocks) {
                if (!isEmpty(block)) {
                    filled.add(block);
                }
            }
            // a caption above nothing
            filled.removeIf(block -> block instanceof Caption
                    && (filled.indexOf(block) == filled.size() - 1
                            || filled.get(filled.indexOf(block) + 1) instanceof Caption));
            if (!filled.isEmpty()) {
                parts.add(new Part(heading, List.copyOf(filled)));
            }
        }

        private static boolean isEmpty(Block block) {
            return (block instanceof Points points && points.points().isEmpty())
                    || (block instanceof Table table && table.rows().isEmpty())
                    || (block instanceof Paragraph paragraph && paragraph.text().isBlank());
        }

        Sheet sheet(String title, String subtitle, String made, List<Tile> tiles) {
            return new Sheet(title, subtitle, made, tiles, List.copyOf(parts), List.copyOf(notes));
        }
    }
}
