package dev.keyline.engine.contained;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text of FEEL, looked at without being parsed: brackets, length, external functions. */
final class Expression {
    /** Characters. An operator chain of this length is as deep as the worker's stack is made for. */
    static final int LONGEST = 16_384;

    /** Brackets in brackets. The engine's parser takes seconds from a few hundred on. */
    static final int DEEPEST = 64;

    private static final Pattern EXTERNAL = Pattern.compile("external\\b.*", Pattern.DOTALL);
    private static final Pattern LITERALS = Pattern.compile(
            "(?:[\\s\\d.,()\\[\\]<>=!+@?-]|\\b(?:not|null|true|false|date and time|date|time|duration|and|or|in|between)\\b)*");

    private final String text;

    /** The text without comments, string literals emptied. */
    private final StringBuilder bare = new StringBuilder();

    private int deepest;
    private boolean external;

    Expression(String text) {
        this.text = text;
        if (text.length() <= LONGEST) {
            scan();
        }
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (text.length() > LONGEST) {
            problems.add("the expression has " + text.length() + " characters, more than " + LONGEST);
        }
        if (deepest > DEEPEST) {
            problems.add("brackets stand in each other " + deepest + " deep, more than " + DEEPEST);
        }
        if (external) {
            problems.add("an external function is code from elsewhere");
        }
        return problems;
    }

    /** Whether it consists of literals, ranges and comparisons: it calls, names and repeats nothing. */
    boolean isLiteral() {
        return text.length() <= LONGEST && LITERALS.matcher(bare).matches();
    }

    private void scan() {
        int depth = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(i);
            } else if (text.startsWith("//", i)) {
                i = endOf("\n", i);
                continue;
            } else if (text.startsWith("/*", i)) {
                i = endOf("*/", i);
                continue;
            } else if ("([{".indexOf(c) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1); // ranges as ]1..2[ open with a closing one
            } else if (before == ')' && c == 'e') {
                external |= EXTERNAL.matcher(text).region(i, text.length()).lookingAt();
            }
            if (c != '"') {
                bare.append(c);
            }
            if (!Character.isWhitespace(c)) {
                before = c;
            }
        }
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private int endOf(String mark, int start) {
        int end = text.indexOf(mark, start + 2);
        return end < 0 ? text.length() : end + mark.length() - 1;
    }
}
