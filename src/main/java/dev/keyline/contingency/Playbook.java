package dev.keyline.contingency;

import dev.keyline.decision.Evaluated;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prepared plan that would apply. */
@Schema(description = "A prepared plan that would apply.")
public record Playbook(
        @Schema(description = "Which one.") String playbook,

        @Schema(description = "What calls for it.", nullable = true) @Nullable
        String cause,

        @Schema(description = "How severe that is.", nullable = true) @Nullable
        String severity,

        @Schema(description = "What it was found in.", nullable = true) @Nullable
        String reason,

        @Schema(description = "What is to be done, in order.")
        List<String> steps,

        @Schema(description = "Whether it applies as things are.")
        boolean already) {
    private static final String POLICY = "contingency";

    static List<Playbook> of(List<Evaluated> before, List<Evaluated> after) {
        Set<String> applying = found(before).stream().map(Playbook::key).collect(Collectors.toSet());
        return found(after).stream()
                .map(found -> new Playbook(
                        found.playbook,
                        found.cause,
                        found.severity,
                        found.reason,
                        found.steps,
                        applying.contains(found.key())))
                .toList();
    }

    private String key() {
        return playbook + "/" + cause;
    }

    private static List<Playbook> found(List<Evaluated> answers) {
        return answers.stream()
                .filter(answer -> answer.policy().equals(POLICY))
                .map(answer -> answer.evaluation().outcome())
                .filter(Map.class::isInstance)
                .map(outcome -> ((Map<?, ?>) outcome).get("playbooks"))
                .filter(List.class::isInstance)
                .flatMap(playbooks -> ((List<?>) playbooks).stream())
                .filter(Map.class::isInstance)
                .map(playbook -> of((Map<?, ?>) playbook))
                .toList();
    }

    private static Playbook of(Map<?, ?> playbook) {
        List<String> steps = playbook.get("steps") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new Playbook(
                String.valueOf(playbook.get("playbook")),
                text(playbook.get("cause")),
                text(playbook.get("severity")),
                text(playbook.get("reason")),
                steps,
                false);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
