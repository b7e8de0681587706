package dev.keyline.policycase;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.PolicySet;
import dev.keyline.policy.check.Mcdc;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cases for rows that no case covers: for each row one that it decides, and for each of its conditions one in which that
 * condition alone fails and the answer is another. What they expect is what the draft answers; whether that is right its
 * author says by keeping them.
 */
@Singleton
public class CaseSuggestions {
    /** More than anybody looks through. */
    private static final int MOST = 500;

    private final CaseRuns runs;
    private final PolicyCases cases;
    private final BusinessTime businessTime;

    @Inject
    CaseSuggestions(CaseRuns runs, PolicyCases cases, BusinessTime businessTime) {
        this.runs = runs;
        this.cases = cases;
        this.businessTime = businessTime;
    }

    /**
     * A case to keep.
     *
     * @param column the one whose condition fails in it; null where the row decides
     */
    public record Suggestion(
            String table, String row, @Nullable String column, PolicyCase content) {}

    /** A row for which no facts were found that it decides. */
    public record Unreached(String table, String row) {}

    /**
     * What can be offered.
     *
     * @param suggestions at most 500
     */
    public record Offer(List<Suggestion> suggestions, List<Unreached> unreached) {
        public Offer {
            suggestions = List.copyOf(suggestions);
            unreached = List.copyOf(unreached);
        }
    }

    /**
     * What can be offered for a policy's tables.
     *
     * @param set holds the policy as it would be
     * @param text the same as text
     * @param table the decision whose table is meant, or the table's id; null: all
     * @throws NotFoundException when there is no such policy or table
     */
    public Offer of(PolicySet set, PolicyText text, PolicyText vocabulary, @Nullable String table) {
        CompiledPolicy policy = runs.policy(set, text.id());
        List<DecisionTable> tables = tables(text, vocabulary);
        List<DecisionTable> wanted = tables.stream()
                .filter(each -> table == null || table.isBlank() || isNamed(each.text(), table))
                .toList();
        if (wanted.isEmpty() && table != null) {
            throw new NotFoundException("table", table);
        }
        Set<String> covered = runs.run(set, text.id()).coverage().stream()
                .flatMap(each -> each.covered().stream())
                .collect(Collectors.toSet());
        FactSearch search = new FactSearch(policy, set.catalogue(), businessTime.zone(), known(text.id()), tables);
        List<Suggestion> suggestions = new ArrayList<>();
        List<Unreached> unreached = new ArrayList<>();
        for (DecisionTable each : wanted) {
            String decision = each.text().decision();
            Mcdc offered = Mcdc.cases(each, covered);
            for (Mcdc.Case one : offered.cases()) {
                if (suggestions.size() < MOST) {
                    search.find(one)
                            .map(content -> new Suggestion(decision, one.row(), one.column(), content))
                            .ifPresent(suggestions::add);
                }
            }
            each.rules().stream()
                    .map(DecisionTable.Rule::id)
                    .filter(row -> !covered.contains(row) && suggestions.size() < MOST)
                    .filter(row ->
                            suggestions.stream().noneMatch(made -> made.row().equals(row) && made.column() == null))
                    .forEach(row -> search.reaching(row)
                            .map(content -> new Suggestion(decision, row, null, content))
                            .ifPresentOrElse(suggestions::add, () -> unreached.add(new Unreached(decision, row))));
        }
        return new Offer(suggestions, unreached);
    }

    private static boolean isNamed(TableText table, String name) {
        return table.decision().equals(name) || table.id().equals(name);
    }

    private static List<DecisionTable> tables(PolicyText text, PolicyText vocabulary) {
        List<PolicyText> files = text.files();
        List<DmnDocument> documents = new ArrayList<>();
        files.forEach(file -> documents.add(DmnDocument.read(file.path(), file.text())));
        documents.add(DmnDocument.read(vocabulary.path(), vocabulary.text()));
        List<DecisionTable> tables = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            List<DmnDocument> others = new ArrayList<>(documents);
            DmnDocument model = others.remove(i);
            ModelTypes types = ModelTypes.of(model, others.toArray(DmnDocument[]::new));
            model.tables().forEach(table -> tables.add(DecisionTable.of(table, types)));
        }
        return tables;
    }

    private List<PolicyCase> known(String policy) {
        List<PolicyCase> known = new ArrayList<>(cases.shipped(policy));
        cases.stored(policy, null, PolicyCases.MOST_STORED).forEach(one -> known.add(one.content()));
        return known;
    }
}
