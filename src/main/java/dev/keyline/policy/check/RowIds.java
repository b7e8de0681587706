package dev.keyline.policy.check;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.TableText;
import dev.keyline.engine.table.TableText.Row;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the ids and annotations by which rows are spoken of, and proposes ids where there is none to speak of. */
public final class RowIds {
    private static final Pattern GENERATED = Pattern.compile("_?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_WORDS = 3;

    private final List<TableText> tables;
    private final List<TableText> inForce;
    private final List<Finding> findings;
    private final Set<String> taken = new HashSet<>();

    private RowIds(List<TableText> tables, List<TableText> inForce, List<Finding> findings) {
        this.tables = tables;
        this.inForce = inForce;
        this.findings = findings;
    }

    /**
     * An id for a row that has none: of the decision and what the row says.
     *
     * @param taken ids that it must not be; it is one of them from then on
     */
    public static String proposal(TableText table, Row row, Set<String> taken) {
        String named = kebab(List.of(table.decision()), MOST_WORDS);
        String decision = named.isEmpty() || Character.isDigit(named.charAt(0)) ? joined("row", named) : named;
        List<String> saying =
                row.annotations().stream().filter(note -> !note.isBlank()).toList();
        List<String> conditions =
                row.conditions().stream().filter(cell -> !cell.equals("-")).toList();
        List<String> candidates = new ArrayList<>();
        candidates.add(joined(decision, kebab(row.conclusions(), MOST_WORDS)));
        candidates.add(joined(decision, kebab(conditions, MOST_WORDS)));
        candidates.add(joined(decision, kebab(saying, MOST_WORDS + 1)));
        String chosen = candidates.stream()
                .filter(candidate -> candidate.length() > decision.length() && !taken.contains(candidate))
                .findFirst()
                .orElse("");
        for (int number = 1; chosen.isEmpty(); number++) {
            String numbered = decision + "-" + number;
            chosen = taken.contains(numbered) ? "" : numbered;
        }
        taken.add(chosen);
        return chosen;
    }

    static void check(List<TableText> tables, @Nullable DmnDocument inForce, List<Finding> findings) {
        new RowIds(tables, inForce == null ? List.of() : inForce.tables(), findings).check();
    }

    private void check() {
        Stream.concat(tables.stream(), inForce.stream())
                .flatMap(table -> table.rows().stream())
                .forEach(row -> taken.add(row.id()));
        Set<String> seen = new HashSet<>();
        for (TableText table : tables) {
            for (int i = 0; i < table.rows().size(); i++) {
                Row row = table.rows().get(i);
                boolean missing = row.id().equals(table.id() + "#" + (i + 1));
                if (missing || GENERATED.matcher(row.id()).matches()) {
                    String proposal = proposal(table, row, taken);
                    String what = missing ? "row " + (i + 1) + " has no id" : row.id() + " says nothing to a reader";
                    add(table, row, Severity.WARNING, what + ": " + proposal + " would", proposal);
                } else if (!seen.add(row.id())) {
                    String proposal = proposal(table, row, taken);
                    add(table, row, Severity.ERROR, "the id " + row.id() + " is used twice", proposal);
                } else {
                    history(table, row);
                }
                if (row.annotations().stream().allMatch(String::isBlank)) {
                    findings.add(Finding.of(
                                    Severity.WARNING,
                                    Kind.ANNOTATION,
                                    table.decision(),
                                    "row " + row.id() + " does not say why it exists")
                            .in(row.id()));
                }
            }
        }
    }

    private void add(TableText table, Row row, Severity severity, String message, @Nullable String proposal) {
        Finding finding =
                Finding.of(severity, Kind.ROW_ID, table.decision(), message).in(row.id());
        findings.add(proposal == null ? finding : finding.proposing(proposal));
    }

    /** A row's id against the version in force: cases, rules and recorded decisions know rows by it. */
    private void history(TableText table, Row row) {
        for (TableText old : inForce) {
            boolean same = isSame(old, table);
            for (Row was : old.rows()) {
                if (was.id().equals(row.id())) {
                    boolean other = !same
                            || (shareNothing(was.conditions(), row.conditions())
                                    && shareNothing(was.conclusions(), row.conclusions()));
                    if (other) {
                        add(
                                table,
                                row,
                                Severity.WARNING,
                                "the id " + row.id() + " is that of another row in force",
                                null);
                    }
                    return;
                }
            }
        }
        inForce.stream()
                .filter(old -> isSame(old, table))
                .flatMap(old -> old.rows().stream())
                .filter(was -> was.conditions().equals(row.conditions())
                        && was.conclusions().equals(row.conclusions())
                        && tables.stream()
                                .flatMap(each -> each.rows().stream())
                                .noneMatch(each -> each.id().equals(was.id())))
                .findFirst()
                .ifPresent(was -> add(
                        table,
                        row,
                        Severity.WARNING,
                        "row " + was.id() + " is now called " + row.id() + ": cases and decisions know it by its id",
                        was.id()));
    }

    private static boolean isSame(TableText one, TableText other) {
        return one.id().equals(other.id()) || Objects.equals(one.decision(), other.decision());
    }

    private static boolean shareNothing(List<String> one, List<String> other) {
        return Collections.disjoint(
                one.stream().filter(cell -> !cell.equals("-")).toList(), other);
    }

    private static String joined(String decision, String rest) {
        return rest.isEmpty() ? decision : decision + "-" + rest;
    }

    private static String kebab(List<String> texts, int words) {
        String plain = Normalizer.normalize(String.join(" ", texts), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        List<String> parts = Stream.of(plain.split(" ", -1))
                .filter(part -> !part.isEmpty() && !part.equals("null"))
                .limit(words)
                .toList();
        return String.join("-", parts);
    }
}
