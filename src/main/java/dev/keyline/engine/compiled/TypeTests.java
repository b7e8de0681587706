package dev.keyline.engine.compiled;

import java.util.function.Predicate;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.impl.DMNRuntimeImpl;

/** Whether values fit the types that a model defines, as the engine says, without asking it each time. */
public final class TypeTests {
    private final Types types;

    private TypeTests(Types types) {
        this.types = types;
    }

    /** Of a model that the engine has compiled without errors. */
    public static TypeTests of(DMNRuntime runtime, DMNModel model) {
        return new TypeTests(new ModelTranslation((DMNRuntimeImpl) runtime, (DMNModelImpl) model).types());
    }

    /** The test of a type; safe for many threads. */
    public Predicate<Object> of(DMNType type) {
        Types.Check check;
        try {
            check = types.of(type);
        } catch (UntranslatableException e) {
            return type::isAssignableValue;
        }
        return value -> {
            try {
                return check.passes(new Run(0, false), value);
            } catch (RuntimeException e) { // it is for the engine to say what it thinks of such a value
                return type.isAssignableValue(value);
            }
        };
    }
}
