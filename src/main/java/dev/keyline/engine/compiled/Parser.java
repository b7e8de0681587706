package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.core.compiler.DMNCompilerContext;
import org.kie.dmn.core.compiler.DMNFEELHelper;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.runtime.FEELFunction;

/** The engine's own parser, which is told the names around an expression just as the engine tells it. */
final class Parser {
    private final FEELImpl feel;
    private final DMNModelImpl model;
    private final DMNCompilerContext names;

    Parser(DMNModelImpl model, List<DMNProfile> profiles) {
        DMNFEELHelper helper = new DMNFEELHelper(
                new NoClasses(), new ArrayList<FEELProfile>(profiles), FEELDialect.FEEL, DMNVersion.getLatest());
        this.feel = (FEELImpl) helper.newFEELInstance();
        this.model = model;
        this.names = new DMNCompilerContext(helper);
    }

    /** The names that are seen now; who binds further ones enters a frame and leaves it again. */
    DMNCompilerContext names() {
        return names;
    }

    Collection<FEELFunction> functions() {
        return feel.getCustomFunctions();
    }

    ASTNode expression(String text) {
        List<FEELEvent> events = new ArrayList<>();
        CompilerContext context = context(events);
        context.setFEELTypeRegistry(model.getTypeRegistry());
        ASTNode node = feel.processExpression(text, context).getInterpreted().getASTNode();
        check(text, events);
        return node;
    }

    /** Tests of a value that goes by the name {@code ?}. */
    ASTNode tests(String text, DMNType tested) {
        List<FEELEvent> events = new ArrayList<>();
        names.enterFrame();
        try {
            names.setVariable("?", tested);
            ASTNode node = feel.processUnaryTests(text, context(events))
                    .getInterpreted()
                    .getASTNode();
            check(text, events);
            return node;
        } catch (UnsupportedOperationException e) {
            throw new UntranslatableException("the tests " + text);
        } finally {
            names.exitFrame();
        }
    }

    private CompilerContext context(List<FEELEvent> events) {
        CompilerContext context = feel.newCompilerContext(List.of(events::add));
        names.getVariables()
                .forEach((name, type) -> context.addInputVariableType(name, ((BaseDMNTypeImpl) type).getFeelType()));
        return context;
    }

    private static void check(String text, List<FEELEvent> events) {
        if (events.stream().anyMatch(event -> event.getSeverity() == FEELEvent.Severity.ERROR)) {
            throw new UntranslatableException("the expression " + text);
        }
    }

    /** Nothing that is parsed here loads classes. */
    private static final class NoClasses extends ClassLoader {
        NoClasses() {
            super(null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            throw new ClassNotFoundException(name); // Java's own would be found otherwise
        }
    }
}
