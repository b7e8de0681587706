package dev.keyline.portfolio.imports;

import static java.util.stream.Collectors.joining;

import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Refusal;
import dev.keyline.portfolio.Row;
import dev.keyline.portfolio.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One rule of the mapping applied to one file, within a change of the portfolio. */
final class FileImport {
    private final CsvTable table;
    private final FileRule rule;
    private final LineReader reader;
    private final PortfolioChange change;
    private final Map<Integer, RejectedRow> rejected = new TreeMap<>();
    private int skipped;

    FileImport(CsvTable table, FileRule rule, Columns columns, PortfolioChange change) {
        this.table = table;
        this.rule = rule;
        this.reader = new LineReader(rule, columns);
        this.change = change;
    }

    /** @param ignored columns that no rule makes anything of */
    FileReport run(List<String> ignored) {
        declareAttributes();
        List<Candidate> candidates = read();
        rejectTwins(candidates);
        candidates.removeIf(this::isRejected);
        new References(rule.entity(), reader, change.handle()).check(candidates, this::reject);
        Written written = write(candidates);
        return FileReport.of(table, rule, skipped, rejected.size(), written, ignored);
    }

    List<RejectedRow> rejected() {
        return List.copyOf(rejected.values());
    }

    private void declareAttributes() {
        if (rule.attributes() == null || rule.attributes().isEmpty()) {
            return;
        }
        List<Row> definitions = new ArrayList<>();
        rule.attributes().forEach((name, attribute) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("name", name);
            values.put(
                    "type", CellRuleReader.attributeWord(attribute.definition().type()));
            if (attribute.unit() != null) {
                values.put("unit", attribute.unit());
            }
            if (attribute.description() != null) {
                values.put("description", attribute.description());
            }
            definitions.add(new Row(values));
        });
        change.write(Entity.ATTRIBUTE_DEFINITION, definitions);
    }

    private List<Candidate> read() {
        List<Candidate> candidates = new ArrayList<>(table.lines().size());
        int width = table.header().size();
        for (CsvTable.Line line : table.lines()) {
            if (line.cells().size() != width) {
                reject(line, null, "has " + line.cells().size() + " cells, and the header has " + width);
                continue;
            }
            if (!reader.wants(line)) {
                skipped++;
                continue;
            }
            List<Refusal> refusals = new ArrayList<>();
            List<Row> rows = reader.rows(line, refusals);
            if (refusals.isEmpty()) {
                candidates.add(new Candidate(line, rows));
            } else {
                reject(line, refusals.get(0).field(), inWords(refusals));
            }
        }
        return candidates;
    }

    private static String inWords(List<Refusal> refusals) {
        return refusals.size() == 1
                ? refusals.get(0).reason()
                : refusals.stream()
                        .map(refusal -> refusal.field() + " " + refusal.reason())
                        .collect(joining("; "));
    }

    // two rows with one key would make the outcome hang on their order
    private void rejectTwins(List<Candidate> candidates) {
        Map<List<String>, Integer> seen = new HashMap<>();
        for (Candidate candidate : candidates) {
            for (Row row : candidate.rows()) {
                List<String> key = row.key(rule.entity());
                Integer first = seen.putIfAbsent(key, candidate.line().number());
                if (first != null) {
                    String keyField = rule.entity().keys().get(0).name();
                    reject(
                            candidate.line(),
                            reader.column(keyField),
                            "'" + String.join(" ", key) + "' stands on line " + first + " already");
                }
            }
        }
    }

    private void reject(CsvTable.Line line, @Nullable String column, String reason) {
        rejected.putIfAbsent(line.number(), new RejectedRow(table.file(), line.number(), column, reason, line.cells()));
    }

    private boolean isRejected(Candidate candidate) {
        return rejected.containsKey(candidate.line().number());
    }

    private Written write(List<Candidate> candidates) {
        List<Row> rows = new ArrayList<>();
        List<Candidate> owners = new ArrayList<>();
        for (Candidate candidate : candidates) {
            for (Row row : candidate.rows()) {
                rows.add(row);
                owners.add(candidate);
            }
        }
        Written written = change.write(rule.entity(), rows);
        written.refused().forEach((place, reason) -> reject(owners.get(place).line(), null, reason));
        return written;
    }
}
