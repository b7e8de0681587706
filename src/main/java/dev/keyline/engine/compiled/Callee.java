package dev.keyline.engine.compiled;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.util.NumberEvalHelper;

/** A function that a model defines: a business knowledge model, an entry of a context, or one within an expression. */
final class Callee {
    private final List<String> names;
    private final List<Conversion> parameters;
    private final Conversion result;
    private final boolean reports;
    private @Nullable Term body;

    /**
     * Begins one whose body follows, since it may call itself.
     *
     * @param parameters what arguments go through, in their order
     * @param reports whether events are heard in its body wherever it is called from
     */
    Callee(List<String> names, List<Conversion> parameters, Conversion result, boolean reports) {
        this.names = names;
        this.parameters = parameters;
        this.result = result;
        this.reports = reports;
    }

    void setBody(Term body) {
        this.body = body;
    }

    List<String> names() {
        return names;
    }

    boolean reports() {
        return reports;
    }

    /**
     * Calls it.
     *
     * @param env the names bound where it is defined
     * @param silent whether events are dropped there
     */
    @Nullable
    Object call(Run run, @Nullable Env env, boolean silent, @Nullable Object[] arguments) {
        if (arguments.length != parameters.size()) {
            throw run.doubt("a function is called with another number of arguments");
        }
        run.enterCall();
        boolean before = run.silence(silent && !reports);
        try {
            Env bound = env;
            for (int i = 0; i < arguments.length; i++) {
                bound = Env.of(bound, parameters.get(i).apply(run, arguments[i]));
            }
            Object value = Objects.requireNonNull(body).value(run, bound);
            return result.apply(run, NumberEvalHelper.coerceNumber(value));
        } finally {
            run.silence(before);
            run.leaveCall();
        }
    }
}
