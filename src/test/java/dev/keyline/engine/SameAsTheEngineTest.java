package dev.keyline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.facts.FactReader;
import dev.keyline.policycase.CaseSheet;
import dev.keyline.policycase.PolicyCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A translated policy answers as the engine does: outcome, rows, the way to it, and what there is to say. */
class SameAsTheEngineTest {
    /** 2,000 with {@code -Pproof}. */
    private static final int GENERATED = Integer.getInteger("keyline.proof.generated", 500);

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final ZonedDateTime AS_OF = TODAY.atTime(9, 0).atZone(ZoneId.of("Europe/Berlin"));

    static Stream<PolicyText> policies() {
        return Shipped.policies().stream().filter(policy -> !policy.isRules());
    }

    @Test
    void every_shipped_policy_is_translated() {
        assertThat(policies())
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(compiled(policy).untranslated())
                        .as(policy.id())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void on_every_case_of_a_policy(PolicyText policy) throws IOException {
        DmnPolicy compiled = compiled(policy);
        for (PolicyCase each : cases(policy)) {
            FactReader reader = new FactReader(Shipped.CATALOGUE);
            Map<String, @Nullable Object> facts = reader.read(each.facts(), "");
            ZonedDateTime asOf = each.asOf().atZone(AS_OF.getZone());
            assertSame(compiled, facts, asOf);
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void on_generated_facts(PolicyText policy) {
        DmnPolicy compiled = compiled(policy);
        RandomFacts facts = new RandomFacts(policy.text(), Shipped.CATALOGUE, TODAY, 7);
        int direct = 0;
        for (int i = 0; i < GENERATED; i++) {
            direct += assertSame(compiled, facts.next(compiled.facts()), AS_OF) ? 1 : 0;
        }
        System.out.printf("%s: %d of %d answered without the engine%n", policy.id(), direct, GENERATED);
        assertThat(direct).isGreaterThan(GENERATED / 10);
    }

    /** Answers whether the engine was not asked. */
    private static boolean assertSame(DmnPolicy policy, Map<String, @Nullable Object> facts, ZonedDateTime asOf) {
        Evaluation expected = policy.byEngine(facts, asOf);
        Evaluation direct = policy.direct(facts, asOf, true);
        Evaluation unguarded = policy.direct(facts, asOf, false);
        if (direct == null || unguarded == null) {
            return false;
        }
        for (Evaluation answer : List.of(direct, unguarded)) {
            assertThat(answer).as("%s of %s", policy.id(), facts).isEqualTo(expected);
            assertThat(new ArrayList<>(answer.trace().keySet()))
                    .containsExactlyElementsOf(expected.trace().keySet());
        }
        return true;
    }

    private static DmnPolicy compiled(PolicyText policy) {
        return DmnPolicy.compile(policy, Shipped.VOCABULARY);
    }

    private static List<PolicyCase> cases(PolicyText policy) throws IOException {
        Path sheet = Path.of("src/main/resources/policy-cases")
                .resolve(Objects.requireNonNull(Path.of(policy.path()).getParent())
                        .getFileName()
                        .resolve(policy.id() + ".yaml"));
        return CaseSheet.read(sheet.toString(), Files.readString(sheet)).cases();
    }
}
