package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;

/** One evaluation of a model: what is known so far, what it may still take, and whether there is a doubt. */
final class Run {
    /** A few milliseconds and megabytes; the shipped policies take some hundred steps. */
    private static final long MOST_STEPS = 200_000;

    /** Calls inside each other; a model that needs more is left to the engine and the limits that it runs under. */
    private static final int DEEPEST = 100;

    /** Digits before or after the point of what a product may have: beyond, numbers fill the memory. */
    private static final int LONGEST_NUMBER = 7_000;

    private static final int CHARACTERS_A_STEP = 16;

    /** Of inputs and decisions, by their index in the model. */
    final @Nullable Object[] values;

    /** Ids of the rows that decided, in the order in which their tables ended. */
    final List<String> selected = new ArrayList<>();

    final EvaluationContext context = new FunctionContext(this);
    private final IdentityHashMap<Functions.Invocation, Object> constants = new IdentityHashMap<>(4);
    private final boolean guarded;
    private long left = MOST_STEPS;
    private int depth;
    private boolean silent;
    private boolean doubted;

    /** @param guarded whether nobody vouches for the model */
    Run(int values, boolean guarded) {
        this.values = new @Nullable Object[values];
        this.guarded = guarded;
    }

    boolean isGuarded() {
        return guarded;
    }

    /** Counts steps: turns of loops, rows, calls, items and characters of what is made. */
    void take(long steps) {
        left -= steps;
        if (left < 0) {
            throw doubt("it takes too many steps");
        }
    }

    /** Remembers that the engine has to answer; functions of the engine may swallow the exception. */
    DoubtException doubt(String reason) {
        doubted = true;
        return new DoubtException(reason);
    }

    /** The engine would report an event here; in the condition of a filter it would not. */
    void note() {
        if (!silent) {
            throw doubt("the engine has something to say");
        }
    }

    /** An event of a function or operator of the engine, which would swallow an exception. */
    void hear() {
        doubted |= !silent;
    }

    /** What the engine's own made, unless it had something to say. */
    @Nullable
    Object unlessDoubted(@Nullable Object value) {
        if (doubted) {
            throw doubt("the engine has something to say");
        }
        return made(value);
    }

    boolean isSilent() {
        return silent;
    }

    boolean isDoubted() {
        return doubted;
    }

    /** Events are dropped from now on, or heard; answers what it was before. */
    boolean silence(boolean now) {
        boolean before = silent;
        silent = now;
        return before;
    }

    void enterCall() {
        take(1);
        if (++depth > DEEPEST) {
            throw doubt("calls stand too deep in each other");
        }
    }

    void leaveCall() {
        depth--;
    }

    /** A function's answer; an event is noted. */
    @Nullable
    Object answer(FEELFnResult<?> result) {
        if (result.isLeft() || result.getEvent() != null) {
            note();
        }
        return made(result.getOrElse(null));
    }

    /** Calls a function without arguments the first time only. */
    @Nullable
    Object once(Functions.Invocation invocation) {
        return constants.computeIfAbsent(invocation, first -> first.call(this, new @Nullable Object[0]));
    }

    /** Counts what has been made. */
    @Nullable
    Object made(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            take(items.size());
        } else if (value instanceof String text) {
            take(text.length() / CHARACTERS_A_STEP);
        }
        return value;
    }

    /** Refuses a number that is too long to be worked with. */
    BigDecimal product(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw doubt("a number is too long");
        }
        return number;
    }
}
