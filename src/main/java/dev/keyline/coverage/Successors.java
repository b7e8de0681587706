package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ranks who could take over from an account manager who leaves, by a plan's own limits and prices and without a solve:
 * everybody else keeps what they hold.
 */
public final class Successors {
    private static final int ABLE_SHOWN = 10;
    private static final int UNABLE_SHOWN = 20;
    private final String leaving;
    private final LocalDate from;
    private final Limits limits = Defaults.shipped().limits();
    private final SeatedBook seated;
    private final @Nullable Candidate leaver;

    private Successors(Book book, String leaving, LocalDate from) {
        this.leaving = leaving;
        this.from = from;
        PlanInput input = new PlanInput(
                from,
                book.demand(),
                book.people(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                limits,
                Defaults.shipped().weightsWith(Map.of()),
                0,
                Duration.ZERO,
                null);
        this.seated = new SeatedBook(input, today(book));
        this.leaver = seated.person(leaving).orElse(null);
    }

    /** Who has what now, as far as they are among the people. */
    private static Map<String, Holders> today(Book book) {
        Set<String> managers = book.people().stream()
                .filter(person -> person.kind() == PersonKind.ACCOUNT_MANAGER)
                .map(Person::id)
                .collect(Collectors.toSet());
        Map<String, Holders> today = new HashMap<>();
        for (AccountDemand account : book.demand()) {
            if (account.accountManager() != null && managers.contains(account.accountManager())) {
                today.put(account.id(), new Holders(account.accountManager(), null));
            }
        }
        return today;
    }

    /**
     * By account, who could take it over.
     *
     * @param book of the whole portfolio: what the others hold limits what they can take
     * @param leaving the id of the account manager who leaves
     * @param from the first day without; capacities are those of the month that begins then
     */
    public static Map<String, Succession> of(Book book, String leaving, LocalDate from) {
        return new Successors(book, leaving, from).successions();
    }

    private Map<String, Succession> successions() {
        List<ManagerSeat> orphaned = seated.solution().managerSeats().stream()
                .filter(seat -> leaving.equals(seat.account().accountManager()))
                .toList();
        Map<ManagerSeat, Candidate> proposed = Ranking.proposals(seated, orphaned, leaver);
        Ranking ranking = new Ranking(seated, seated.holdings(), leaver);
        Map<String, Succession> successions = new LinkedHashMap<>();
        for (ManagerSeat seat : orphaned) {
            List<Candidate> able = ranking.able(seat);
            List<Succession.Unable> cannot = ranking.unable(seat);
            Candidate first = proposed.get(seat);
            successions.put(
                    seat.account().id(),
                    new Succession(
                            first == null ? null : Ranking.ref(first),
                            able.stream()
                                    .limit(ABLE_SHOWN)
                                    .map(candidate -> successor(seat, candidate))
                                    .toList(),
                            able.size(),
                            cannot.stream().limit(UNABLE_SHOWN).toList(),
                            cannot.size(),
                            caution(seat.account())));
        }
        return successions;
    }

    private Succession.Successor successor(ManagerSeat seat, Candidate candidate) {
        return new Succession.Successor(
                Ranking.ref(candidate),
                PairPrice.CONTINUITY.of(seat, candidate) + PairPrice.INDUSTRY_MATCH.of(seat, candidate),
                Points.ofThousandths(
                        seated.holdings().of(candidate).with(seat, candidate).points()),
                Points.ofThousandths(candidate.capacity()),
                candidate.knowsIndustry(seat.account().industry()),
                candidate.ramping());
    }

    private @Nullable String caution(AccountDemand account) {
        String reason = CoverageProblem.whyItStays(account, from, limits.frozenDays());
        return reason == null ? null : "It should keep its manager because " + reason + ", and cannot.";
    }
}
