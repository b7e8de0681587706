package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Small models for tests, and engines that run them. */
final class Models {
    static final ZonedDateTime AS_OF = ZonedDateTime.parse("2026-02-03T04:05:06+01:00[Europe/Berlin]");

    private Models() {}

    static ContainedEngine engine() {
        return engine(Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC));
    }

    static ContainedEngine engine(Clock clock) {
        return new ContainedEngine(
                clock, 2, 192, Duration.ofMillis(1500), Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    /** A model of one decision that bears its name. */
    static PolicyText deciding(String name, String feel) {
        return model(name, decision(name, feel));
    }

    static String decision(String name, String feel) {
        return """
                <decision id="d-%1$s" name="%1$s"><variable id="v-%1$s" name="%1$s"/>
                  <literalExpression id="e-%1$s"><text>%2$s</text></literalExpression></decision>
                """.formatted(name, escaped(feel));
    }

    static PolicyText model(String name, String content) {
        return new PolicyText(name, "dmn/test/" + name + ".dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="%s" namespace="test/%s">
                %s</definitions>
                """.formatted(name, name, content));
    }

    /** Input data of these FEEL types, and one decision {@code answer} over them. */
    static PolicyText asking(Map<String, String> inputs, String feel) {
        String data = inputs.entrySet().stream()
                .map(input -> """
                        <inputData id="i-%1$s" name="%1$s"><variable id="iv-%1$s" name="%1$s" typeRef="%2$s"/></inputData>
                        """.formatted(input.getKey(), input.getValue()))
                .collect(Collectors.joining());
        String requirements =
                inputs.keySet().stream().map(name -> """
                        <informationRequirement id="r-%1$s"><requiredInput href="#i-%1$s"/></informationRequirement>
                        """.formatted(name)).collect(Collectors.joining());
        return model("answer", data + """
                <decision id="d" name="answer"><variable id="v" name="answer"/>%s
                  <literalExpression id="e"><text>%s</text></literalExpression></decision>
                """.formatted(requirements, escaped(feel)));
    }

    static Question everything() {
        return new Question(context(), null, null, AS_OF);
    }

    static Question everything(ObjectNode context) {
        return new Question(context, null, null, AS_OF);
    }

    static ObjectNode context() {
        return Frames.JSON.createObjectNode();
    }

    static Object answer(ContainedEngine engine, PolicyText model) {
        return engine.evaluate(List.of(model), everything()).results().get(model.id());
    }

    private static String escaped(String feel) {
        return feel.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
