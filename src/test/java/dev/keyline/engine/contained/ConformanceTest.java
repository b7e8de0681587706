package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.StockModels;
import dev.keyline.engine.UnknownDecisionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Published conformance models answer through a worker, JSON in and out, what the engine itself answers. */
class ConformanceTest {
    private static final String EXTERNAL_JAVA = "compliance-level-3/0076-feel-external-java";

    /** How many cases of a directory passed. */
    private record Count(int ours, int stock, int refused, int all) {
        Count plus(boolean our, boolean theirs, boolean refusal) {
            return new Count(ours + (our ? 1 : 0), stock + (theirs ? 1 : 0), refused + (refusal ? 1 : 0), all + 1);
        }
    }

    @Test
    void whatever_the_engine_passes_passes_through_a_worker() {
        Logger.getLogger("org.kie").setLevel(Level.OFF); // stock says aloud what half of the cases provoke
        Map<String, Count> counts = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        try (ContainedEngine contained = Models.engine()) {
            for (ConformanceCases.Suite suite : ConformanceCases.all()) {
                StockModels stock = StockModels.compile(suite.texts());
                for (ConformanceCases.Case one : suite.cases()) {
                    boolean theirs =
                            Sameness.of(one.expected(), stock.answer(one.context(), one.decision(), one.service()));
                    JsonNode answer = answer(contained, suite.texts(), one);
                    boolean refused = answer == null;
                    boolean ours = !refused && Sameness.of(one.expected(), answer);
                    counts.merge(
                            suite.directory(),
                            new Count(0, 0, 0, 0).plus(ours, theirs, refused),
                            (a, b) -> new Count(
                                    a.ours + b.ours, a.stock + b.stock, a.refused + b.refused, a.all + b.all));
                    if (theirs && !ours && !refused) {
                        lost.add(suite.directory() + " " + one.id() + " " + one.decision() + ": expected "
                                + one.expected() + ", got " + answer);
                    }
                }
            }
        }
        print(counts);
        assertThat(lost).isEmpty();
        assertThat(counts).hasSizeGreaterThan(70);
        counts.forEach((directory, count) ->
                assertThat(count.refused()).as(directory).isEqualTo(directory.equals(EXTERNAL_JAVA) ? count.all() : 0));
    }

    /** Null where the model is refused. */
    private static JsonNode answer(ContainedEngine contained, List<PolicyText> texts, ConformanceCases.Case one) {
        String decision = one.service() == null ? one.decision() : null;
        try {
            Map<String, Object> results = contained
                    .evaluate(texts, new Question(one.context(), decision, one.service(), Models.AS_OF))
                    .results();
            return Frames.JSON.valueToTree(results.get(one.decision()));
        } catch (RejectedTextException e) {
            return null;
        } catch (UnknownDecisionException e) {
            return NullNode.getInstance();
        }
    }

    private static void print(Map<String, Count> counts) {
        System.out.printf("%-60s %6s %6s %6s %8s%n", "directory", "cases", "ours", "stock", "refused");
        counts.forEach((directory, count) -> System.out.printf(
                "%-60s %6d %6d %6d %8d%n", directory, count.all(), count.ours(), count.stock(), count.refused()));
        Count total = counts.values().stream()
                .reduce(
                        new Count(0, 0, 0, 0),
                        (a, b) -> new Count(a.ours + b.ours, a.stock + b.stock, a.refused + b.refused, a.all + b.all));
        System.out.printf("%-60s %6d %6d %6d %8d%n", "all", total.all(), total.ours(), total.stock(), total.refused());
    }
}
