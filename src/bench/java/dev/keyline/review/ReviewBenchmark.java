package dev.keyline.review;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import dev.keyline.portfolio.imports.ImportFile;
import dev.keyline.portfolio.imports.PortfolioImport;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * How long a portfolio takes through all policies and casework, from the request until its outcomes hold, and what it
 * leaves in memory: the sample's 500 accounts, and 10,000 made of twenty copies of them.
 */
@QuarkusTest
class ReviewBenchmark {
    private static final int WARM_UP = 10;
    private static final int RUNS = 15;
    private static final int LARGE_RUNS = 4;

    @Inject
    Jdbi jdbi;

    @Inject
    PortfolioImport imports;

    @Inject
    Reviews reviews;

    @Test
    void review_of_500_accounts() {
        EmptyPortfolio.make(jdbi);
        imports.run(sample(), imports.mapping("sample"), "benchmark");
        double[] cold = {review()};
        for (int i = 1; i < WARM_UP; i++) {
            review();
        }
        double[] seconds = new double[RUNS];
        Arrays.setAll(seconds, run -> review());
        Arrays.sort(seconds);
        System.out.printf(
                "review of 500 accounts, seconds: first %.2f, then of %d after %d: min %.2f, median %.2f, max %.2f%n",
                cold[0], RUNS, WARM_UP, seconds[0], seconds[RUNS / 2], seconds[RUNS - 1]);
    }

    @Test
    void review_of_10000_accounts() {
        EmptyPortfolio.make(jdbi);
        imports.run(sample(), imports.mapping("sample"), "benchmark");
        Copies.make(jdbi, 19);
        int accounts = jdbi.withHandle(handle -> handle.createQuery("select count(*) from account")
                .mapTo(Integer.class)
                .one());
        for (int run = 1; run <= LARGE_RUNS; run++) {
            double seconds = review();
            System.out.printf(
                    "review %d of %d accounts with casework: %.1f s, heap after it %d MB, open cases %d%n",
                    run, accounts, seconds, heapInUse(), openCases());
        }
    }

    private int openCases() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from account_case where state <> 'closed'")
                .mapTo(Integer.class)
                .one());
    }

    private static long heapInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private double review() {
        UUID id = jdbi.inTransaction(handle -> reviews.submit(handle, null, "benchmark"));
        reviews.begin();
        reviews.events(id).collect().last().await().indefinitely();
        Review review = reviews.get(id);
        return Duration.between(review.createdAt(), review.finishedAt()).toMillis() / 1000.0;
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
