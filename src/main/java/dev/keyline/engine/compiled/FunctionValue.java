package dev.keyline.engine.compiled;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;

/** A model's function as a value: bound to a name, handed to {@code sort}. It lives as long as the run. */
final class FunctionValue extends BaseFEELFunction {
    private final Callee callee;
    private final Run run;
    private final @Nullable Env env;
    private final boolean silent;

    FunctionValue(Callee callee, Run run, @Nullable Env env) {
        super("<anonymous>");
        this.callee = callee;
        this.run = run;
        this.env = env;
        this.silent = run.isSilent();
    }

    @Nullable
    Object call(@Nullable Object[] arguments) {
        return callee.call(run, env, silent, arguments);
    }

    /** The engine's sorting calls it; nothing else of the engine is given one. */
    @Override
    public @Nullable Object invokeReflectively(EvaluationContext context, @Nullable Object[] arguments) {
        return call(arguments);
    }

    @Override
    public @Nullable Object invoke(EvaluationContext context, @Nullable Object[] arguments) {
        return call(arguments);
    }

    @Override
    protected boolean isCustomFunction() {
        return true;
    }

    @Override
    public List<List<FEELFunction.Param>> getParameters() {
        return List.of(callee.names().stream()
                .map(name -> new FEELFunction.Param(name, BuiltInType.UNKNOWN))
                .toList());
    }
}
