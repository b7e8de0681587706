package dev.keyline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Evaluation;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code impact}: whose answer a change of a policy changes. */
@Command(
        name = "impact",
        description = "Says for which of many accounts two versions of a policy answer differently, and in what. Exits"
                + " with 1 when there is one.",
        mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The older version, a .dmn file named like the policy.")
    private Path before = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "AFTER",
            description = "The newer version, a .dmn file named like the policy.")
    private Path after = Path.of("");

    @Option(
            names = "--accounts",
            required = true,
            paramLabel = "FILE",
            description = "A line of JSON an account: {\"account\": \"…\", \"facts\": {…}}.")
    private Path accounts = Path.of("");

    @Option(
            names = "--as-of",
            required = true,
            description = "What now() returns and today() is a day of, as 2026-03-01T09:00:00Z.")
    private Instant asOf = Instant.EPOCH;

    @Mixin
    private final CatalogueOptions words = new CatalogueOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private record Account(
            @Nullable String account, @Nullable Map<String, Object> facts) {}

    @Override
    public Integer call() {
        try (ContainedEngine engine = CatalogueOptions.engine()) {
            Run run = new Run(
                    words.compile(before, engine),
                    words.compile(after, engine),
                    words.catalogue(),
                    asOf.atZone(words.zone()));
            read(run);
            output.write(spec, run.report());
            return run.lines.isEmpty() ? 0 : Commands.FOUND;
        }
    }

    private void read(Run run) {
        try (BufferedReader reader = Files.newBufferedReader(accounts)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    run.take(number, line);
                }
            }
        } catch (IOException e) {
            throw new UnusableFileException(accounts + ": cannot be read: " + e.getMessage());
        }
    }

    private final class Run {
        private final CompiledPolicy old;
        private final CompiledPolicy young;
        private final FactCatalogue catalogue;
        private final ZonedDateTime instant;
        private final List<Report.Line> lines = new ArrayList<>();
        private final Map<String, Integer> moves = new TreeMap<>();
        private int asked;
        private int changed;

        Run(CompiledPolicy old, CompiledPolicy young, FactCatalogue catalogue, ZonedDateTime instant) {
            this.old = old;
            this.young = young;
            this.catalogue = catalogue;
            this.instant = instant;
        }

        void take(int number, String line) {
            String place = "line " + number;
            try {
                Account account = JSON.readValue(line, Account.class);
                FactReader reader = new FactReader(catalogue);
                Map<String, @Nullable Object> facts =
                        reader.read(Objects.requireNonNullElse(account.facts(), Map.of()), "/facts");
                reader.errors().forEach(error -> bad(place, error.pointer() + " " + error.message()));
                if (reader.errors().isEmpty()) {
                    compare(Objects.requireNonNullElse(account.account(), place), facts);
                }
            } catch (JsonProcessingException e) {
                bad(place, "is no account in JSON: " + e.getOriginalMessage());
            }
        }

        private void bad(String place, String message) {
            lines.add(new Report.Line(
                    Report.Level.ERROR, "unreadable-account", accounts.toString(), place, message, null));
        }

        private void compare(String account, Map<String, @Nullable Object> facts) {
            asked++;
            Evaluation was = old.evaluate(facts, instant);
            Evaluation now = young.evaluate(facts, instant);
            List<String> differences = new ArrayList<>();
            differences(young.id(), was.outcome(), now.outcome(), differences);
            if (!differences.isEmpty()) {
                changed++;
                differences.forEach(difference -> moves.merge(difference, 1, Integer::sum));
                lines.add(new Report.Line(
                        Report.Level.NOTE,
                        "answer-changes",
                        after.toString(),
                        account,
                        String.join(", ", differences),
                        null));
            }
        }

        private void differences(String name, @Nullable Object was, @Nullable Object now, List<String> found) {
            if (was instanceof Map<?, ?> olds && now instanceof Map<?, ?> youngs) {
                TreeSet<String> components = new TreeSet<>();
                olds.keySet().forEach(key -> components.add(String.valueOf(key)));
                youngs.keySet().forEach(key -> components.add(String.valueOf(key)));
                components.forEach(key -> differences(key, olds.get(key), youngs.get(key), found));
            } else if (!Objects.equals(was, now)) {
                found.add(name + " " + was + " is now " + now);
            }
        }

        Report report() {
            StringBuilder summary =
                    new StringBuilder("Accounts asked: %d, with another answer: %d.".formatted(asked, changed));
            moves.forEach((move, count) -> summary.append("%n  %d × %s".formatted(count, move)));
            return new Report(summary.toString(), lines);
        }
    }
}
