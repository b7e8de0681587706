package dev.keyline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import dev.keyline.portfolio.imports.ImportFile;
import dev.keyline.portfolio.imports.PortfolioImport;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The sample portfolio exercises the shipped policies: each row decides at least 3 % of its accounts. */
@QuarkusTest
class SampleReviewTest {
    private static final double LEAST_SHARE = 0.03;

    /** Rows on facts that only the AdventureWorks book has, and one that the importer's checks keep from happening. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(specialty|brands|floor-space|business-years)-.*|(health-)?override-without-reason"
                    // what has expired is no fact any more; a caller may still send it
                    + "|(health-)?override-expired");

    /**
     * Rows on events that most accounts never meet, told apart by tier, path and severity besides: a book in which each
     * befell one account in thirty would be one on fire. Every one of them is named by a policy case.
     */
    private static final Pattern RARE = Pattern.compile(String.join(
            "|",
            "matrix-tier-[123]-near", // the tier's renewals of the next months
            "found-(usage|notice|champion|executive|health)-?.*|event-(reorganisation|.*-covered)",
            "answer-.*|step-.*", // an event by tier, by whether somebody speaks for us
            "team-(commercial-marketing|grave-sponsor)",
            "sign-of-trade|clock-(technical|business|plan)-.*"));

    /** Rows on cases that are open already, and a book just taken in has none. */
    private static final Pattern LATER = Pattern.compile("escalation-(goes-on|severity-kept)");
    /** Rows that ask for an account plan or for people's own words, which no CSV file brings. */
    private static final Pattern PLANNED = Pattern.compile(
            "metric-agreed-(and-read|unread)|review-by-cadence"
                    + "|value-item-(proven|unconfirmed)|priorities-known|agenda-(competitor|actions-overdue)"
                    + "|sign-(early-renewal|promoter)|talk-before-(renewal|initiative)|hold-excluded|remind-value-proven|health-override-valid|expansion-renew");

    /**
     * Rows of renewals that meet rarely: a sponsor is a must for 27 accounts, 9 have given notice and still run, and of those
     * whose end is near few are unwell.
     */
    private static final Pattern RARE_RENEWALS =
            Pattern.compile("sponsor-(missing|must-silent|must-lapsed)|status-notice"
                    + "|status-(unsure-late|unsponsored-early|unsponsored-late)|renewal-calm-closing"
                    + "|renewal-at-risk-(small|large|closing)|renewal-grave-(small|large)"
                    + "|remind-(notice|sponsor-missing|sponsor-silent)|gate-notice");

    @Inject
    Jdbi jdbi;

    @Inject
    PortfolioImport imports;

    @Inject
    Reviews reviews;

    @Test
    void decides_at_least_three_percent_by_each_row() throws IOException {
        EmptyPortfolio.make(jdbi);
        assertThat(imports.run(sample(), imports.mapping("sample"), "test").rejected())
                .isZero();
        UUID review = jdbi.inTransaction(handle -> reviews.submit(handle, null, "test"));
        reviews.begin();
        reviews.events(review).collect().last().await().indefinitely();

        assertThat(reviews.get(review).undecided()).isZero();
        List<String> seldom = new ArrayList<>();
        for (PolicySummary policy : reviews.summary(review)) {
            policy.rows().stream()
                    .filter(row -> row.share() < LEAST_SHARE)
                    .filter(row -> !ELSEWHERE.matcher(row.ruleId()).matches())
                    .filter(row -> !RARE.matcher(row.ruleId()).matches())
                    .filter(row -> !LATER.matcher(row.ruleId()).matches())
                    .filter(row -> !PLANNED.matcher(row.ruleId()).matches())
                    .filter(row -> !RARE_RENEWALS.matcher(row.ruleId()).matches())
                    .forEach(row -> seldom.add(policy.policy() + " " + row.ruleId() + " " + row.accounts()));
        }
        assertThat(seldom).isEmpty();
    }

    private static List<ImportFile> sample() throws IOException {
        try (Stream<Path> paths = Files.list(Path.of("planning/sample"))) {
            List<ImportFile> files = new ArrayList<>();
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".csv")).toList()) {
                files.add(new ImportFile(path.getFileName().toString(), Files.readAllBytes(path)));
            }
            return files;
        }
    }
}
