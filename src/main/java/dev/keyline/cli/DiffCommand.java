package dev.keyline.cli;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.TableText;
import dev.keyline.policy.difference.MeaningDifference;
import dev.keyline.policy.difference.RowDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two versions of a model, in rows and in meaning. */
@Command(
        name = "diff",
        description = "Says what changed between two versions of a DMN model: in rows, and on which inputs they answer"
                + " differently. Exits with 1 when anything did.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private static final String ANSWERS = "answers-differently";

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The older version, a .dmn file.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "The newer version, a .dmn file.")
    private Path after = Path.of("");

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final CatalogueOptions words = new CatalogueOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        DmnDocument old = PolicyFile.read(before).document();
        DmnDocument young = PolicyFile.read(after).document();
        List<Report.Line> lines = new ArrayList<>(rows(old, young));
        MeaningDifference meaning = MeaningDifference.between(
                old, young, words.beside().stream().map(PolicyFile::document).toArray(DmnDocument[]::new));
        lines.addAll(meaning(meaning));
        output.write(spec, new Report(summary(lines, meaning), lines));
        return lines.isEmpty() ? 0 : Commands.FOUND;
    }

    private List<Report.Line> rows(DmnDocument old, DmnDocument young) {
        Map<String, TableText> was = byId(old);
        Map<String, TableText> now = byId(young);
        List<Report.Line> lines = new ArrayList<>();
        now.forEach((id, table) -> {
            TableText earlier = was.get(id);
            if (earlier == null) {
                lines.add(note("table-added", table.decision(), "the table is new"));
            } else {
                RowDifference.between(earlier, table)
                        .changes()
                        .forEach(change -> lines.add(note(
                                change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                table.decision(),
                                change.words())));
            }
        });
        was.forEach((id, table) -> {
            if (!now.containsKey(id)) {
                lines.add(note("table-removed", table.decision(), "the table is gone"));
            }
        });
        return lines;
    }

    private List<Report.Line> meaning(MeaningDifference meaning) {
        List<Report.Line> lines = new ArrayList<>();
        for (MeaningDifference.Table table : meaning.tables()) {
            for (MeaningDifference.Region region : table.regions()) {
                lines.add(new Report.Line(
                        Report.Level.NOTE,
                        ANSWERS,
                        after.toString(),
                        table.decision(),
                        "for " + region.words() + ": " + region.before() + " is now " + region.after(),
                        region.witness()));
            }
        }
        meaning.others().forEach(words -> lines.add(note("other-logic", "", words)));
        return lines;
    }

    private Report.Line note(String kind, String place, String words) {
        return new Report.Line(Report.Level.NOTE, kind, after.toString(), place, words, null);
    }

    private static String summary(List<Report.Line> lines, MeaningDifference meaning) {
        if (lines.isEmpty()) {
            return "The versions are the same.";
        }
        boolean exact =
                meaning.others().isEmpty() && meaning.tables().stream().allMatch(MeaningDifference.Table::exact);
        long regions =
                lines.stream().filter(line -> line.kind().equals(ANSWERS)).count();
        if (regions > 0) {
            return "Regions of inputs that are answered differently: " + regions + ".";
        }
        return exact
                ? "The text differs; the tables answer the same on every input."
                : "No input was found that the tables answer differently; not everything could be compared exactly.";
    }

    private static Map<String, TableText> byId(DmnDocument document) {
        Map<String, TableText> byId = new LinkedHashMap<>();
        document.tables().forEach(table -> byId.put(table.id(), table));
        return byId;
    }
}
