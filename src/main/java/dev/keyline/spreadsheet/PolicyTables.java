package dev.keyline.spreadsheet;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Versions;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicyVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The decision tables of policies, as somebody takes them away and brings them back. */
@Singleton
public class PolicyTables {
    /** In the place of a version's number: the caller's own draft. */
    public static final String DRAFT = "draft";

    private final Policies policies;
    private final Drafts drafts;

    @Inject
    PolicyTables(Policies policies, Drafts drafts) {
        this.policies = policies;
        this.drafts = drafts;
    }

    /**
     * The tables of a policy in the order of its text; a rule file has none.
     *
     * @param version a number, {@code draft}, or null for the version in force
     * @throws NotFoundException when there is no such version or draft
     * @throws BadInputException when that is no number
     */
    public List<TableText> tables(String policy, @Nullable String version, String caller) {
        return document(text(policy, version, caller)).map(DmnDocument::tables).orElse(List.of());
    }

    /**
     * One of them.
     *
     * @param table its id, or the name of the decision it stands in
     * @throws NotFoundException when there is none of this id or name
     */
    public TableText table(String policy, @Nullable String version, String caller, String table) {
        return named(tables(policy, version, caller), table);
    }

    private static TableText named(List<TableText> tables, String name) {
        return tables.stream()
                .filter(table -> table.id().equals(name))
                .findFirst()
                .or(() -> onlyOneOf(name, tables))
                .orElseThrow(() -> new NotFoundException("table", name));
    }

    /** A decision whose boxed context holds several tables names none of them. */
    private static Optional<TableText> onlyOneOf(String decision, List<TableText> tables) {
        List<TableText> found = tables.stream()
                .filter(table -> table.decision().equals(decision))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private PolicyText text(String policy, @Nullable String version, String caller) {
        if (DRAFT.equals(version)) {
            return drafts.get(policy, caller).text();
        }
        PolicyVersion found = version == null
                ? policies.inForce(policy).orElseThrow(() -> new NotFoundException("policy", policy))
                : policies.version(policy, number(version));
        return found.asText();
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw new BadInputException("version", "must be a version's number or " + DRAFT);
        }
    }

    private static Optional<DmnDocument> document(PolicyText text) {
        return text.path().endsWith(".dmn")
                ? Optional.of(DmnDocument.read(text.path(), text.text()))
                : Optional.empty();
    }

    /**
     * What an import did.
     *
     * @param before the table as the draft, or the version in force, had it
     */
    public record Imported(Draft draft, TableText before, TableText after) {}

    /**
     * Puts the rows of a file in the place of a table's in the caller's draft, which it begins when there is none.
     *
     * @param ifMatch the entity tag of the draft; null when there is none yet
     * @throws BadInputException naming every cell that is wrong; the draft is as it was
     * @throws NotFoundException when the policy has no such table
     */
    public Imported replaceRows(
            String policy, String table, SheetFormat format, byte[] file, @Nullable String ifMatch, String caller) {
        Draft draft = drafts.find(policy, caller).orElse(null);
        if (draft != null) {
            Versions.requireMatch(ifMatch, draft.revision());
        }
        PolicyText text = draft == null ? text(policy, null, caller) : draft.text();
        DmnDocument model = document(text).orElseThrow(() -> new NotFoundException("table", table));
        List<TableText> tables = model.tables();
        TableText before = named(tables, table);
        Set<String> elsewhere = Stream.concat(
                        tables.stream().filter(other -> !other.id().equals(before.id())),
                        text.imports().stream()
                                .flatMap(imported -> document(imported).stream())
                                .flatMap(imported -> imported.tables().stream()))
                .flatMap(other -> other.rows().stream())
                .map(TableText.Row::id)
                .collect(Collectors.toSet());
        TableText after = format.read(file, before, elsewhere, types(model));
        model.replaceRows(after);
        List<PolicyText> texts = new ArrayList<>(List.of(new PolicyText(policy, text.path(), model.text())));
        texts.addAll(text.imports());
        Drafts.Precondition precondition =
                draft == null ? new Drafts.Precondition(ifMatch, "*") : Drafts.Precondition.revision(draft.revision());
        Draft saved = drafts.save(policy, caller, precondition, new Drafts.Edit(texts, null, null));
        return new Imported(saved, before, after);
    }

    private ModelTypes types(DmnDocument model) {
        return policies.inForce(Policies.VOCABULARY)
                .map(facts -> ModelTypes.of(model, DmnDocument.read(facts.path(), facts.text())))
                .orElseGet(() -> ModelTypes.of(model));
    }
}
