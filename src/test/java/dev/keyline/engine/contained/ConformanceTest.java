package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.StockModels;
import dev.keyline.policy.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Published conformance models, uploaded and asked as an analyst does, answer what the engine itself answers. */
@QuarkusTest
class ConformanceTest {
    private static final String DRAFT = "/policies/conformance/draft";
    private static final String EXTERNAL_JAVA = "compliance-level-3/0076-feel-external-java";

    /** How many cases of a directory passed. */
    private record Count(int ours, int stock, int refused, int all) {
        static Count of(boolean ours, boolean stock, boolean refused) {
            return new Count(ours ? 1 : 0, stock ? 1 : 0, refused ? 1 : 0, 1);
        }

        Count plus(Count other) {
            return new Count(ours + other.ours, stock + other.stock, refused + other.refused, all + other.all);
        }

        void print(String directory) {
            System.out.printf("%-60s %6d %6d %6d %8d%n", directory, all, ours, stock, refused);
        }
    }

    @Inject
    Jdbi jdbi;

    @Test
    void whatever_the_engine_passes_passes_over_http() {
        Logger.getLogger("org.kie").setLevel(Level.OFF); // stock says aloud what half of the cases provoke
        Map<String, Count> counts = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        for (ConformanceCases.Suite suite : ConformanceCases.all()) {
            StockModels stock = StockModels.compile(suite.texts());
            boolean refused = upload(suite.texts()) == 422;
            for (ConformanceCases.Case one : suite.cases()) {
                boolean theirs =
                        Sameness.of(one.expected(), stock.answer(one.context(), one.decision(), one.service()));
                JsonNode answer = refused ? MissingNode.getInstance() : answer(one);
                boolean ours = !refused && Sameness.of(one.expected(), answer);
                counts.merge(suite.directory(), Count.of(ours, theirs, refused), Count::plus);
                if (theirs && !ours && !refused) {
                    lost.add("%s %s %s: expected %s, got %s"
                            .formatted(suite.directory(), one.id(), one.decision(), one.expected(), answer));
                }
            }
        }
        print(counts);
        assertThat(lost).isEmpty();
        assertThat(counts).hasSizeGreaterThan(70);
        counts.forEach((directory, count) ->
                assertThat(count.refused()).as(directory).isEqualTo(directory.equals(EXTERNAL_JAVA) ? count.all() : 0));
    }

    private int upload(List<PolicyText> texts) {
        jdbi.useHandle(handle -> handle.execute("delete from policy_draft"));
        RequestSpecification request = Caller.analyst();
        texts.forEach(text -> request.multiPart(
                "model", text.path(), text.text().getBytes(StandardCharsets.UTF_8), "application/xml"));
        return request.put(DRAFT).statusCode();
    }

    private static JsonNode answer(ConformanceCases.Case one) {
        ObjectNode asked = Models.context().set("context", one.context());
        asked.put(
                one.service() == null ? "decision" : "decisionService",
                one.service() == null ? one.decision() : one.service());
        Response response = Caller.analyst()
                .contentType("application/json")
                .body(asked.toString())
                .post(DRAFT + "/evaluate");
        if (response.statusCode() == 400) {
            return NullNode.getInstance(); // no decision of that name
        }
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        try {
            return Frames.JSON.readTree(response.asString()).path("results").path(one.decision());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(response.asString(), e);
        }
    }

    private static void print(Map<String, Count> counts) {
        System.out.printf("%-60s %6s %6s %6s %8s%n", "directory", "cases", "ours", "stock", "refused");
        counts.forEach((directory, count) -> count.print(directory));
        counts.values().stream().reduce(Count::plus).orElseThrow().print("all");
    }
}
