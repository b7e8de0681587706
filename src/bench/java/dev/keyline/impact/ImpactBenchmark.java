package dev.keyline.impact;

import com.sun.management.OperatingSystemMXBean;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicyVersion;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import dev.keyline.portfolio.imports.ImportFile;
import dev.keyline.portfolio.imports.PortfolioImport;
import dev.keyline.review.Copies;
import dev.keyline.review.Reviews;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * How long a tiering draft takes over 100,000 accounts, from the request to the result. The accounts are copies of the
 * sample's 500 with what a review made hold for them: first as they are, so that many share their scores, then each with
 * a growth score of its own, so that next to none does.
 */
@QuarkusTest
class ImpactBenchmark {
    private static final int COPIES = Integer.getInteger("copies", 199);
    private static final int RUNS = 4;
    private static final List<String> TABLES =
            List.of("account", "assignment", "contract", "account_facts", "account_outcome");

    @Inject
    Jdbi jdbi;

    @Inject
    PortfolioImport imports;

    @Inject
    Reviews reviews;

    @Inject
    Impacts impacts;

    @Inject
    Policies policies;

    @Inject
    Clock clock;

    @Test
    void impact_on_100000_accounts() {
        EmptyPortfolio.make(jdbi);
        imports.run(sample(), imports.mapping("sample"), "benchmark");
        UUID review = jdbi.inTransaction(handle -> reviews.submit(handle, null, "benchmark"));
        reviews.begin();
        reviews.events(review).collect().last().await().indefinitely();
        long began = System.nanoTime();
        Copies.make(jdbi, TABLES, COPIES);
        System.out.printf("copies made in %.1f s%n", (System.nanoTime() - began) / 1e9);

        measure("scores shared by copies");
        jdbi.useHandle(handle -> handle.execute("""
                update account_outcome
                set outcome = jsonb_set(outcome, '{growth}', to_jsonb(round((random() * 100)::numeric, 3)))
                where policy = 'dimension-scores'
                """));
        measure("scores all different");
    }

    private void measure(String what) {
        for (int run = 1; run <= RUNS; run++) {
            long cpu = cpuNanos();
            Impact impact = impact(tierOneFrom(run % 2 == 0 ? "75" : "76"));
            AccountsImpact accounts = impact.accounts();
            System.out.printf(
                    "impact %d, %s: %d accounts, %d changed, %.1f s, %.1f s of CPU without the database, heap after it %d MB%n",
                    run,
                    what,
                    accounts.accounts(),
                    accounts.changed(),
                    Duration.between(impact.createdAt(), impact.finishedAt()).toMillis() / 1000.0,
                    (cpuNanos() - cpu) / 1e9,
                    heapInUse());
        }
    }

    private Impact impact(RehearsedPolicy.Text text) {
        UUID id = jdbi.inTransaction(
                handle -> impacts.submit(handle, List.of(text), Scope.PORTFOLIO, false, "benchmark"));
        impacts.begin();
        return impacts.events(id).collect().last().await().indefinitely();
    }

    private RehearsedPolicy.Text tierOneFrom(String score) {
        PolicyVersion present = policies.version(
                "account-tier", policies.at(clock.instant()).version("account-tier"));
        return new RehearsedPolicy.Text(
                new RehearsedPolicy("account-tier", "benchmark", null),
                present.path(),
                present.text()
                        .replace("[80..100]", "[" + score + "..100]")
                        .replace("[60..80)", "[60.." + score + ")"),
                present.imports());
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long heapInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static List<ImportFile> sample() {
        try (Stream<Path> files = Files.list(Path.of("planning/sample"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .map(file -> {
                        try {
                            return new ImportFile(file.getFileName().toString(), Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
