package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.util.StringEvalHelper;

/** The names that a piece of a model sees, while it is translated. */
final class Scope {
    /** Where a name leads: up so many bindings, or to what the model knows by it; neither where nothing bears it. */
    record Found(int steps, @Nullable Term global, List<Integer> items) {
        boolean isLocal() {
            return steps >= 0;
        }

        boolean isUnknown() {
            return steps < 0 && global == null;
        }
    }

    private final @Nullable Scope up;
    private final @Nullable String name;
    private final boolean item;
    private final Map<String, Term> globals;
    private final Map<String, Callee> callees;
    private final boolean inFunction;

    private Scope(
            @Nullable Scope up,
            @Nullable String name,
            boolean item,
            Map<String, Term> globals,
            Map<String, Callee> callees,
            boolean inFunction) {
        this.up = up;
        this.name = name;
        this.item = item;
        this.globals = globals;
        this.callees = callees;
        this.inFunction = inFunction;
    }

    /** The outermost of a decision or a function: what it requires. */
    static Scope of(Map<String, Term> globals, Map<String, Callee> callees, boolean inFunction) {
        return new Scope(null, null, false, globals, callees, inFunction);
    }

    static String normal(String name) {
        return StringEvalHelper.normalizeVariableName(name);
    }

    Scope with(String local) {
        return new Scope(this, normal(local), false, globals, callees, inFunction);
    }

    /** Inside a filter, where each item's own entries are names too. */
    Scope withItem() {
        return new Scope(this, "item", true, globals, callees, inFunction);
    }

    /** The same names in the body of a function. */
    Scope inFunction() {
        return new Scope(up, name, item, globals, callees, true);
    }

    /** Whether it may be called from where other names are bound, which the engine's filters would see. */
    boolean isInFunction() {
        return inFunction;
    }

    Found find(String searched) {
        String wanted = normal(searched);
        List<Integer> items = new ArrayList<>();
        int steps = 0;
        for (Scope at = this; at != null && at.name != null; at = at.up) {
            if (at.item) {
                items.add(steps);
            }
            if (at.name.equals(wanted)) {
                return new Found(steps, null, items);
            }
            steps++;
        }
        return new Found(-1, globals.get(wanted), items);
    }

    /** The model's own function of that name. */
    @Nullable
    Callee callee(String searched) {
        return callees.get(normal(searched));
    }
}
