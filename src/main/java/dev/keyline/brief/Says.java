package dev.keyline.brief;

import dev.keyline.decision.Held;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the policies that hold say; nothing where one does not hold. */
final class Says {
    private final Map<String, Held> held;

    Says(Map<String, Held> held) {
        this.held = held;
    }

    List<Statement> standing() {
        return Stream.of(
                        all("account-tier", wording -> List.of(wording.tier())),
                        all("account-health", wording -> List.of(wording.health())),
                        all("lifecycle-stage", wording -> List.of(wording.lifecycleStage())),
                        all("engagement-model", wording -> List.of(wording.engagementModel())),
                        all("dimension-scores", wording -> List.of(wording.dimensionScores())))
                .flatMap(List::stream)
                .toList();
    }

    List<Statement> all(String policy, Function<Wording, List<Statement>> words) {
        Held holding = held.get(policy);
        return holding == null ? List.of() : words.apply(new Wording(holding.grounds(), holding.outcome()));
    }
}
