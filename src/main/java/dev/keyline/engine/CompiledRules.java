package dev.keyline.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;

/** Finds the rules that the build has compiled: DRL is Java, so its text is never compiled at run time. */
final class CompiledRules {
    private static final String INDEX = "META-INF/kie/dev.keyline/keyline/drools-model";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;?\\s*$");

    private final RuleFactTypes types;
    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    CompiledRules(RuleFactTypes types) {
        this.types = types;
    }

    /**
     * Loads the rules that the build compiled from the text.
     *
     * @throws RejectedTextException when this build holds no compiled rules of its package
     */
    RulePolicy load(PolicyText policy) {
        Matcher declared = PACKAGE.matcher(policy.text());
        if (!declared.find()) {
            throw new RejectedTextException(policy.path(), List.of("it declares no package"));
        }
        String packageName = declared.group(1);
        Model model = models().stream()
                .filter(candidate -> packageName.equals(candidate.getPackageName()))
                .findFirst()
                .orElseThrow(() -> new RejectedTextException(
                        policy.path(), List.of("this release holds no compiled rules of package " + packageName)));
        return new RulePolicy(policy, KieBaseBuilder.createKieBaseFromModel(model), types, mapper);
    }

    private static List<Model> models() {
        try {
            ClassLoader loader = CompiledRules.class.getClassLoader();
            List<URL> indexes = Collections.list(loader.getResources(INDEX));
            if (indexes.isEmpty()) {
                throw new IllegalStateException(INDEX + " is missing: the build has compiled no rules");
            }
            String index = new String(indexes.get(0).openStream().readAllBytes(), StandardCharsets.UTF_8);
            return index.lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty() && !line.startsWith("Drools-Model"))
                    .map(name -> instantiate(loader, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(INDEX, e);
        }
    }

    private static Model instantiate(ClassLoader loader, String name) {
        try {
            return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled rules " + name, e);
        }
    }
}
