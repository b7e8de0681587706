package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solved plans and disorderly ones, scored from their CSV alone. */
class ScoreFromCsvTest {
    private static final List<Place> PLACES = List.of(
            new Place("AT", "Vienna", "Europe/Vienna"),
            new Place("AT", "Graz", "Europe/Vienna"),
            new Place("US", "Boston", "America/New_York"),
            Place.UNKNOWN);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_solved_plan_is_worth_what_the_csv_says(long seed) {
        PlanInput input = Books.running(varied(seed), seed, java.time.Duration.ofSeconds(30), 1_000L);
        SolvedPlan plan = Solving.solve(input);

        assertThat(fromCsv(input, csv(plan))).isEqualTo(plan.score());
    }

    @Test
    void the_adventure_works_book_is_worth_what_the_csv_says() {
        PlanInput input = Books.running(Books.adventureWorks(), 1, java.time.Duration.ofSeconds(30), 1_000L);
        SolvedPlan plan = Solving.solve(input);

        assertThat(fromCsv(input, csv(plan))).isEqualTo(plan.score());
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9, 10})
    void an_assignment_that_breaks_things_is_worth_what_the_csv_says(long seed) {
        PlanInput input = varied(seed);
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Holders> holders = new TreeMap<>();
        for (AccountDemand account : input.demand()) {
            String manager = random.nextInt(10) == 0 ? null : "m" + random.nextInt(12);
            String sponsor = account.sponsorNeeded() && random.nextInt(5) > 0 ? "x" + random.nextInt(4) : null;
            holders.put(account.id(), new Holders(manager, sponsor));
        }

        assertThat(fromCsv(input, csv(holders)))
                .isEqualTo(PlanJudge.judge(input, holders).score());
    }

    /** A generated book with something of everything in it. */
    private static PlanInput varied(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlanInput plain = Books.generated(150, 12, 4, seed);
        List<Person> people =
                plain.people().stream().map(person -> varied(person, random)).toList();
        List<AccountDemand> demand =
                plain.demand().stream().map(account -> varied(account, random)).toList();
        List<Pairing> pairings = new ArrayList<>();
        for (int i = 0; i < 150; i += 3) {
            pairings.add(new Pairing(
                    "a" + i,
                    "m" + random.nextInt(12),
                    random.nextInt(101),
                    BigDecimal.valueOf(random.nextInt(5000)),
                    Points.ofThousandths(random.nextInt(9000))));
        }
        return new PlanInput(
                plain.asOf(),
                demand,
                people,
                List.of(),
                List.of(),
                List.of(),
                pairings,
                plain.limits(),
                plain.weights(),
                seed,
                plain.timeLimit(),
                plain.scoreLimit());
    }

    private static Person varied(Person person, SplittableRandom random) {
        return new Person(
                person.id(),
                person.name(),
                person.kind(),
                person.lineManager(),
                person.level(),
                person.languages(),
                person.industries(),
                person.regions(),
                person.capacity(),
                person.maxSponsored(),
                person.kind() == PersonKind.ACCOUNT_MANAGER && random.nextInt(4) == 0
                        ? Books.AS_OF.minusDays(40 + random.nextInt(90))
                        : null,
                null,
                random.nextInt(4) == 0
                        ? List.of(new Leave(Books.AS_OF, Books.AS_OF.plusDays(random.nextInt(9))))
                        : List.of(),
                random.nextInt(2) == 0 ? List.of("secret") : List.of(),
                random.nextInt(2) == 0 ? List.of("analytics", "archive") : List.of("archive"),
                PLACES.get(random.nextInt(PLACES.size())),
                random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextInt(2) == 0));
    }

    private static AccountDemand varied(AccountDemand account, SplittableRandom random) {
        return new AccountDemand(
                account.id(),
                account.name(),
                account.tier(),
                account.points(),
                random.nextInt(10) == 0 ? null : account.annualRevenue(),
                account.region(),
                account.language(),
                account.industry(),
                account.sponsorNeeded(),
                account.counterpartLevel(),
                account.accountManager(),
                account.sponsorNeeded() ? "x" + random.nextInt(4) : null,
                random.nextInt(8) == 0 ? Books.AS_OF.plusDays(random.nextInt(90)) : null,
                random.nextInt(20) == 0,
                null,
                random.nextInt(12) == 0 ? "secret" : null,
                random.nextInt(12) == 0 ? List.of("analytics") : List.of(),
                PLACES.get(random.nextInt(PLACES.size())),
                random.nextInt(4) == 0 ? List.of("m" + random.nextInt(12), "x1") : List.of(),
                random.nextInt(3) == 0);
    }

    private static String fromCsv(PlanInput input, String csv) {
        return ScoreFromCsv.of(input, new CoverageProblem(input).fairLoad(), csv);
    }

    private static String csv(SolvedPlan plan) {
        Map<String, Holders> holders = new TreeMap<>();
        plan.assignments()
                .forEach(assignment -> holders.put(
                        assignment.account(), new Holders(id(assignment.accountManager()), id(assignment.sponsor()))));
        return csv(holders);
    }

    private static String csv(Map<String, Holders> holders) {
        StringBuilder csv = new StringBuilder("account,accountManager,sponsor\n");
        holders.forEach((account, who) -> csv.append(account)
                .append(',')
                .append(who.accountManager() == null ? "" : who.accountManager())
                .append(',')
                .append(who.sponsor() == null ? "" : who.sponsor())
                .append('\n'));
        return csv.toString();
    }

    private static @Nullable String id(@Nullable PersonRef person) {
        return person == null ? null : person.id();
    }
}
