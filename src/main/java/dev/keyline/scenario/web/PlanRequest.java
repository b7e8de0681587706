package dev.keyline.scenario.web;

import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Book;
import dev.keyline.coverage.InputCheck;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.Pairing;
import dev.keyline.coverage.PairingsCsv;
import dev.keyline.coverage.Person;
import dev.keyline.coverage.Pin;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.PlanOrigin;
import dev.keyline.coverage.Replanning;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.scenario.Base;
import dev.keyline.scenario.Changes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to plan. An empty object plans the portfolio as of today with everything at its default. */
@Schema(description = "What to plan; an empty object plans the portfolio as of today.")
record PlanRequest(
        @Schema(
                description =
                        "What it is made from: a plan's id, which gives its book, limits, weights, pins and locks, and"
                                + " begins with its assignments; or `accepted`, the portfolio with the limits and weights of the"
                                + " plan that holds. Absent: the portfolio with the shipped ones.",
                nullable = true,
                examples = "accepted")
        @Nullable
        String from,

        @Schema(description = "What is different from that.", nullable = true) @Nullable
        Changes changes,

        @Schema(description = "How little may change; absent: whatever is best.", nullable = true) @Nullable
        Replanning replanning,

        @Schema(description = "What to call it; at most 200 characters.", nullable = true) @Nullable
        String name,

        @Schema(
                type = SchemaType.STRING,
                description =
                        "The longest the solver works, ISO 8601, up to PT10M. A small book ends sooner, and so does"
                                + " a plan of only what must move: PT4S when absent.",
                defaultValue = "PT15S",
                nullable = true)
        @Nullable
        Duration timeLimit,

        @Schema(description = "The seed of its random choices.", defaultValue = "0", nullable = true) @Nullable
        Long seed,

        @Schema(
                description = "Ends the solver after this many score calculations, so that the same input and seed give"
                        + " the same plan, as long as the time limit is not reached before.",
                nullable = true)
        @Nullable
        Long scoreLimit,

        @Schema(description = "The plan stands for the month that begins on this day; absent: today.", nullable = true)
        @Nullable
        LocalDate asOf,

        @Schema(description = "Limits that differ from the defaults.", nullable = true) @Nullable
        LimitChanges limits,

        @Schema(
                description = "Soft constraint to percent of its price: busiest, balance-of-load, balance-of-revenue,"
                        + " tier-1-spread, continuity, industry-match, travel, time-zone, relationship-history,"
                        + " growth-match, pair-fit, pair-cost, sponsor-continuity, sponsor-affinity, sponsor-spread;"
                        + " each 0 to 1000.",
                nullable = true)
        @Nullable
        Map<String, Integer> weights,

        @Schema(description = "Seats that are decided.", nullable = true) @Nullable
        List<Pin> pins,

        @Schema(
                description =
                        "Ids of accounts that may change their manager although a renewal is near or a negotiation"
                                + " is going on.",
                nullable = true)
        @Nullable
        List<String> approvedMoves,

        @Schema(
                description = "What is known of single accounts with single account managers: fit, cost and load.",
                nullable = true)
        @Nullable
        List<Pairing> pairings,

        @Schema(
                description =
                        "More of the same as the text of a CSV with the columns account, person and any of fit, cost,"
                                + " load.",
                nullable = true)
        @Nullable
        String pairingsCsv,

        @Schema(description = "The accounts; absent: the portfolio's.", nullable = true) @Nullable
        List<AccountDemand> demand,

        @Schema(description = "The people; absent: the portfolio's.", nullable = true) @Nullable
        List<Person> people) {

    private static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(15);
    private static final Duration ONLY_WHAT_MUST_MOVE = Duration.ofSeconds(4);
    private static final int LONGEST_NAME = 200;

    /**
     * The plan that is asked for.
     *
     * @param changed applies changes to a book
     * @throws BadInputException when its name is too long, and with all that is wrong where a CSV is part of it
     */
    NewPlan on(Base base, BiFunction<Book, @Nullable Changes, Book> changed) {
        if (name != null && name.length() > LONGEST_NAME) {
            throw new BadInputException("/name", "must have at most " + LONGEST_NAME + " characters");
        }
        Book book = book(base, changed);
        List<Pairing> listed = pairings == null ? base.pairings() : pairings;
        PairingsCsv csv = pairingsCsv == null ? null : PairingsCsv.read("/pairingsCsv", pairingsCsv);
        PlanInput input = input(base, book, csv == null ? listed : csv.after(listed));
        if (csv != null) {
            List<InputError> errors = csv.byLine(InputCheck.errors(input), listed.size());
            if (!errors.isEmpty()) {
                throw new BadInputException(errors);
            }
        }
        return new NewPlan(input, PlanOrigin.SOLVED, base.plan(), name, null, base.start(), book.policies());
    }

    private Book book(Base base, BiFunction<Book, @Nullable Changes, Book> changed) {
        Book present = demand == null || people == null ? base.book().get() : new Book(demand, people, List.of());
        return changed.apply(
                demand == null
                        ? new Book(
                                present.demand(),
                                people == null ? present.people() : people,
                                present.pins(),
                                present.policies())
                        : new Book(demand, people == null ? present.people() : people, present.pins()),
                changes);
    }

    private PlanInput input(Base base, Book book, List<Pairing> known) {
        SortedMap<String, Integer> percent = new TreeMap<>(base.weights());
        percent.putAll(weights == null ? Map.of() : weights);
        return new PlanInput(
                base.asOf(),
                book.demand(),
                book.people(),
                orNone(pins),
                book.pins(),
                approvedMoves == null ? base.approvedMoves() : approvedMoves,
                known,
                limits == null ? base.limits() : limits.on(base.limits()),
                percent,
                seed == null ? 0 : seed,
                timeLimit == null ? defaultTimeLimit() : timeLimit,
                scoreLimit,
                replanning);
    }

    private Duration defaultTimeLimit() {
        return replanning != null && replanning.onlyWhatMustMove() ? ONLY_WHAT_MUST_MOVE : DEFAULT_TIME_LIMIT;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
