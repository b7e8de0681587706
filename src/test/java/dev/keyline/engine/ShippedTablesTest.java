package dev.keyline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;

/** The shipped tables: nothing the validator finds goes without a written reason, and every row can be spoken of. */
class ShippedTablesTest {
    private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();
    private static final QName ACCEPTED = new QName("https://keyline.dev/ns", "accepted");
    private static final Pattern HAND_WRITTEN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

    static Stream<PolicyText> models() {
        return Shipped.policies().stream().filter(policy -> !policy.isRules());
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_table_has_a_gap_an_overlap_or_a_masked_row(PolicyText policy) {
        List<String> findings = VALIDATOR
                .validateUsing(
                        Validation.VALIDATE_SCHEMA,
                        Validation.VALIDATE_MODEL,
                        Validation.VALIDATE_COMPILATION,
                        Validation.ANALYZE_DECISION_TABLE)
                .theseModels(new StringReader(Shipped.VOCABULARY.text()), new StringReader(policy.text()))
                .stream()
                .filter(finding -> finding.getLevel() != org.kie.api.builder.Message.Level.INFO)
                .filter(finding -> !isAccepted(finding))
                .map(finding -> finding.getMessageType() + ": " + finding.getMessage())
                .toList();
        assertThat(findings).isEmpty();
    }

    private static boolean isAccepted(DMNMessage finding) {
        Object at = finding.getSourceReference();
        while (at instanceof DMNModelInstrumentedBase element) {
            if (element instanceof DecisionTable table) {
                return table.getAdditionalAttributes()
                                .getOrDefault(ACCEPTED, "")
                                .length()
                        > 20;
            }
            at = element.getParent();
        }
        return false;
    }

    @Test
    void row_ids_are_hand_written_unique_and_explained() {
        Set<String> seen = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (PolicyText policy : Shipped.policies()) {
            for (RowHit row : Shipped.compiled(policy).rows()) {
                if (!seen.add(row.ruleId())) {
                    faults.add(row.ruleId() + " is used twice");
                }
                if (!HAND_WRITTEN.matcher(row.ruleId()).matches()) {
                    faults.add(row.ruleId() + " is not written by hand");
                }
                if (row.annotation() == null || row.annotation().isBlank()) {
                    faults.add(row.ruleId() + " says not why it exists");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_fact_that_a_policy_asks_for_has_a_source() {
        Map<String, List<String>> unknown = new java.util.TreeMap<>();
        Shipped.policies()
                .forEach(policy -> unknown.put(
                        policy.id(),
                        Shipped.compiled(policy).facts().stream()
                                .filter(fact -> Shipped.CATALOGUE.find(fact).isEmpty())
                                .toList()));
        unknown.values().removeIf(List::isEmpty);
        assertThat(unknown).isEmpty();
    }
}
