package dev.keyline.engine;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Texts to models: what the engine cannot read or compile is refused in its words. */
final class DmnTexts {
    /** FEEL's external functions look for their classes here and find none. */
    static final ClassLoader NO_CLASSES = new ClassLoader(null) {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            throw new ClassNotFoundException(name); // Java's own would be found otherwise
        }
    };

    private DmnTexts() {}

    /**
     * Builds a runtime of one text and those it imports.
     *
     * @throws RejectedTextException when the text is no DMN
     */
    static DMNRuntime runtime(PolicyText text, PolicyText... imported) {
        IdentityHashMap<Resource, PolicyText> texts = new IdentityHashMap<>();
        List<Resource> resources = new ArrayList<>();
        for (PolicyText each :
                Stream.concat(Stream.of(imported), Stream.of(text)).toList()) {
            Resource resource = resource(each);
            texts.put(resource, each);
            resources.add(resource);
        }
        try {
            return DMNRuntimeBuilder.fromDefaults()
                    .addProfile(new AsOf())
                    .addProfile(new SafeRegex())
                    .setRootClassLoader(NO_CLASSES)
                    .buildConfigurationUsingCustomCompiler(configuration -> new TypesOnce(configuration, texts))
                    .fromResources(resources)
                    .getOrElseThrow(e -> new RejectedTextException(text.path(), List.of(rootMessage(e))));
        } catch (RejectedTextException e) {
            throw e;
        } catch (RuntimeException e) { // how the engine answers XML that is not well-formed
            throw new RejectedTextException(text.path(), List.of(rootMessage(e)));
        }
    }

    /** What is wrong with a model that was built all the same. */
    static List<String> problems(DMNModel model) {
        return model.getMessages(DMNMessage.Severity.ERROR).stream()
                .map(DMNMessage::getMessage)
                .toList();
    }

    static Resource resource(PolicyText text) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(text.text()));
        resource.setSourcePath(text.path());
        return resource;
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
