package dev.keyline.engine.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.FEELTypeRegistry;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;

/** Where an expression ends and whether it parses, by the engine's own parser, within limits that keep it quick. */
final class FeelSyntax {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 32;

    private FeelSyntax() {}

    /**
     * Refuses what the engine's parser would take too long for.
     *
     * @throws CellSyntaxException when the text is longer than 4,000 characters or nested deeper than 32 brackets
     */
    static void limit(String text) {
        if (text.length() > LONGEST) {
            throw new CellSyntaxException(LONGEST + 1, "longer than " + LONGEST + " characters");
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i = after(text, i)) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (Math.abs(depth) > DEEPEST) {
                throw new CellSyntaxException(i + 1, "nested deeper than " + DEEPEST + " brackets");
            }
        }
    }

    /** The place after a character, or after the whole text literal that begins there. */
    private static int after(String text, int at) {
        if (text.charAt(at) != '"') {
            return at + 1;
        }
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        throw new CellSyntaxException(at + 1, "the text that begins here does not end");
    }

    /** Where a bracket is closed; negative when it is not. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i = after(text, i)) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The comma outside of brackets that ends an item of a list, or the end of the list. */
    static int endOfItem(String text, int start, int end) {
        int depth = 0;
        for (int i = start; i < end; i = after(text, i)) {
            char c = text.charAt(i);
            if (c == ',' && depth <= 0) {
                return i;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return end;
    }

    /**
     * Sees to it that an expression parses.
     *
     * @param offset of the expression in its cell
     * @param compared whether an operator stands before it
     * @throws CellSyntaxException when it does not
     */
    static void expression(String text, int offset, boolean compared, Set<String> names) {
        if (text.isBlank()) {
            throw new CellSyntaxException(
                    offset + 1, compared ? "nothing stands after the comparison" : "nothing stands here");
        }
        int first = offset + text.indexOf(text.strip());
        if ("<>=!".indexOf(text.strip().charAt(0)) >= 0) {
            throw new CellSyntaxException(first + 1, "one comparison stands upon another");
        }
        SyntaxErrorEvent error = error(text, names);
        if (error != null) {
            int column = error.getLine() > 1 ? 0 : Math.max(error.getColumn(), 0);
            throw new CellSyntaxException(offset + column + 1, error.getMessage());
        }
    }

    private static @Nullable SyntaxErrorEvent error(String text, Set<String> names) {
        AtomicReference<@Nullable SyntaxErrorEvent> first = new AtomicReference<>();
        FEELEventListenersManager events = new FEELEventListenersManager();
        events.addListener((FEELEvent event) -> {
            if (event instanceof SyntaxErrorEvent error) {
                first.compareAndSet(null, error);
            }
        });
        Map<String, Type> known = new HashMap<>();
        names.forEach(name -> known.put(name, BuiltInType.UNKNOWN));
        known.put("?", BuiltInType.UNKNOWN);
        FEELParser.parse(events, text, known, Map.of(), List.of(), List.of(), (FEELTypeRegistry) null)
                .compilation_unit();
        return first.get();
    }
}
