package dev.keyline.engine;

import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.marshalling.DMNExtensionRegister;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.DRGElementCompiler;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;

/** Makes FEEL's {@code today()} and {@code now()} return the as-of of the running evaluation, never the machine's time. */
final class AsOf implements DMNProfile {
    private static final ThreadLocal<@Nullable ZonedDateTime> RUNNING = new ThreadLocal<>();

    static <T> T during(ZonedDateTime asOf, Supplier<T> evaluation) {
        RUNNING.set(asOf);
        try {
            return evaluation.get();
        } finally {
            RUNNING.remove();
        }
    }

    @Override
    public List<FEELFunction> getFEELFunctions() {
        return List.of(new Reading("today", ZonedDateTime::toLocalDate), new Reading("now", asOf -> asOf));
    }

    @Override
    public List<DMNExtensionRegister> getExtensionRegisters() {
        return List.of();
    }

    @Override
    public List<DRGElementCompiler> getDRGElementCompilers() {
        return List.of();
    }

    /** A FEEL function without parameters; FEEL finds {@code invoke} by reflection, hence public. */
    public static final class Reading extends BaseFEELFunction {
        private final Function<ZonedDateTime, TemporalAccessor> part;

        Reading(String name, Function<ZonedDateTime, TemporalAccessor> part) {
            super(name);
            this.part = part;
        }

        public FEELFnResult<TemporalAccessor> invoke() {
            ZonedDateTime asOf = RUNNING.get();
            if (asOf == null) {
                throw new IllegalStateException(getName() + "() outside an evaluation");
            }
            return FEELFnResult.ofResult(part.apply(asOf));
        }
    }
}
