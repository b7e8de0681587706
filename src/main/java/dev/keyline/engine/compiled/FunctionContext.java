package dev.keyline.engine.compiled;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEventListener;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELDialect;

/**
 * What the engine's own functions and operators see of a run: somebody who hears their events, and no names to look up. One
 * that wants more than that makes a doubt.
 */
final class FunctionContext implements EvaluationContext {
    private final Run run;

    FunctionContext(Run run) {
        this.run = run;
    }

    @Override
    public void notifyEvt(Supplier<FEELEvent> event) {
        run.hear();
    }

    @Override
    public FEELDialect getFEELDialect() {
        return FEELDialect.FEEL;
    }

    @Override
    public DMNVersion getDMNVersion() {
        return DMNVersion.getLatest();
    }

    @Override
    public Collection<FEELEventListener> getListeners() {
        return List.of();
    }

    @Override
    public EvaluationContext current() {
        return this;
    }

    @Override
    public void enterFrame() {
        throw noNames();
    }

    @Override
    public void exitFrame() {
        throw noNames();
    }

    @Override
    public void setValue(String name, @Nullable Object value) {
        throw noNames();
    }

    @Override
    public Object getValue(String name) {
        throw noNames();
    }

    @Override
    public Object getValue(String[] name) {
        throw noNames();
    }

    @Override
    public boolean isDefined(String name) {
        throw noNames();
    }

    @Override
    public boolean isDefined(String[] name) {
        throw noNames();
    }

    @Override
    public Map<String, Object> getAllValues() {
        throw noNames();
    }

    @Override
    public DMNRuntime getDMNRuntime() {
        throw noNames();
    }

    @Override
    public ClassLoader getRootClassLoader() {
        throw noNames();
    }

    @Override
    public void setRootObject(@Nullable Object root) {
        throw noNames();
    }

    @Override
    public Object getRootObject() {
        throw noNames();
    }

    private DoubtException noNames() {
        return run.doubt("a function of the engine looks names up");
    }
}
