package dev.keyline.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.api.marshalling.DMNExtensionRegister;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.DRGElementCompiler;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.InvalidParametersEvent;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.MatchesFunction;
import org.kie.dmn.feel.runtime.functions.ParameterName;
import org.kie.dmn.feel.runtime.functions.ReplaceFunction;

/**
 * FEEL's {@code matches} and {@code replace}, which take no flags but those there are. The engine's own paste the flags
 * into an XQuery as they come, so that a model could call XQuery's functions, among them those that read files.
 */
final class SafeRegex implements DMNProfile {
    @Override
    public List<FEELFunction> getFEELFunctions() {
        return List.of(new Matches(), new Replace());
    }

    @Override
    public List<DMNExtensionRegister> getExtensionRegisters() {
        return List.of();
    }

    @Override
    public List<DRGElementCompiler> getDRGElementCompilers() {
        return List.of();
    }

    private static boolean known(@Nullable String flags) {
        return flags == null || flags.chars().allMatch(flag -> "smixq".indexOf(flag) >= 0);
    }

    private static <T> FEELFnResult<T> unknownFlags() {
        return FEELFnResult.ofError(
                new InvalidParametersEvent(Severity.ERROR, "flags", "may hold the letters s, m, i, x and q only"));
    }

    /** FEEL finds {@code invoke} by reflection, hence public. */
    public static final class Matches extends BaseFEELFunction {
        Matches() {
            super("matches");
        }

        public FEELFnResult<Boolean> invoke(
                @ParameterName("input") @Nullable String input, @ParameterName("pattern") @Nullable String pattern) {
            return MatchesFunction.INSTANCE.invoke(input, pattern);
        }

        public FEELFnResult<Boolean> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern,
                @ParameterName("flags") @Nullable String flags) {
            return known(flags) ? MatchesFunction.INSTANCE.invoke(input, pattern, flags) : unknownFlags();
        }
    }

    /** FEEL finds {@code invoke} by reflection, hence public. */
    public static final class Replace extends BaseFEELFunction {
        Replace() {
            super("replace");
        }

        public FEELFnResult<String> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern,
                @ParameterName("replacement") @Nullable String replacement) {
            return ReplaceFunction.INSTANCE.invoke(input, pattern, replacement);
        }

        public FEELFnResult<String> invoke(
                @ParameterName("input") @Nullable String input,
                @ParameterName("pattern") @Nullable String pattern,
                @ParameterName("replacement") @Nullable String replacement,
                @ParameterName("flags") @Nullable String flags) {
            return known(flags) ? ReplaceFunction.INSTANCE.invoke(input, pattern, replacement, flags) : unknownFlags();
        }
    }
}
