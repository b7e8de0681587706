package dev.keyline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RehearsedSetTest {
    @Inject
    Policies policies;

    @Inject
    Clock clock;

    @Test
    void a_draft_answers_in_the_place_of_its_policy_and_the_others_as_before() {
        PolicySet inForce = policies.at(clock.instant());

        PolicySet rehearsed = policies.with(inForce, List.of(careOfTierOne("9")));

        assertThat(rehearsed.version("engagement-model")).isEqualTo(PolicySet.DRAFT);
        assertThat(rehearsed.version("account-tier")).isEqualTo(inForce.version("account-tier"));
        assertThat(care(rehearsed)).contains("qbrsPerYear=9");
        assertThat(care(policies.at(clock.instant()))).contains("qbrsPerYear=4");
    }

    @Test
    void a_draft_that_could_not_answer_is_refused() {
        PolicySet inForce = policies.at(clock.instant());

        assertThatThrownBy(() -> policies.with(
                        inForce,
                        List.of(new PolicyText("engagement-model", "dmn/engagement/engagement-model.dmn", "<a/>"))))
                .isInstanceOf(RejectedTextException.class);
    }

    private String care(PolicySet set) {
        return String.valueOf(set.find("engagement-model")
                .orElseThrow()
                .evaluate(Map.of("tier", "Tier 1"), clock.instant().atZone(ZoneOffset.UTC))
                .trace());
    }

    private PolicyText careOfTierOne(String reviews) {
        PolicyVersion shipped = policies.version(
                "engagement-model", policies.at(clock.instant()).version("engagement-model"));
        return new PolicyText(
                shipped.policy(),
                shipped.path(),
                shipped.text().replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$1" + reviews));
    }
}
